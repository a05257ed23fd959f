using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>How used idempotency keys remember the command that they belong to, such as <c>order.place</c>.</summary>
/// <param name="name">Unique among commands.</param>
public sealed class CommandNameAttribute(string name) : StoredNameAttribute(name);
