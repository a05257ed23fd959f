namespace VpsPanel.Domain.Common;

/// <summary>How the outbox remembers a kind of event, such as <c>order.approved</c>.</summary>
/// <param name="name">Unique among events.</param>
public sealed class EventNameAttribute(string name) : StoredNameAttribute(name);
