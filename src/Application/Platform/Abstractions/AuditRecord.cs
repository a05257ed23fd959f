namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>What an audit row says of a command.</summary>
/// <param name="Action"><c>noun.verb</c>, such as <c>order.approve</c>.</param>
/// <param name="TargetType">The kind of thing acted on.</param>
/// <param name="TargetId">Its id or key as text.</param>
/// <param name="Detail">Serialised to JSON, members that are null left out; must hold no secret.</param>
public sealed record AuditRecord(string Action, string TargetType, string TargetId, object? Detail = null);
