namespace VpsPanel.Domain.Common;

/// <summary>How the outbox remembers a kind of aggregate, such as <c>order</c>; its key follows after a colon.</summary>
/// <param name="name">Unique among aggregates.</param>
public sealed class StreamNameAttribute(string name) : StoredNameAttribute(name);
