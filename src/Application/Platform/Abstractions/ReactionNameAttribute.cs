using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>How the outbox remembers a reaction, such as <c>mail-order-owner</c>; the name of the event follows after a colon.</summary>
/// <param name="name">Unique among reactions.</param>
public sealed class ReactionNameAttribute(string name) : StoredNameAttribute(name);
