using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Persistence;

/// <summary>Who did what to what; the database refuses to change or delete it.</summary>
internal sealed class AuditRow
{
    public long Id { get; private set; }

    /// <summary>The acting admin; 0 for robots and the system.</summary>
    public long AdminId { get; private set; }

    public ActorKind ActorKind { get; private set; }

    public string ActorName { get; private set; } = "";

    public string Action { get; private set; } = "";

    public string TargetType { get; private set; } = "";

    public string TargetId { get; private set; } = "";

    public string Detail { get; private set; } = "{}";

    public string RequestId { get; private set; } = "";

    public string? Address { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public static AuditRow Of(AuditRecord record, ICurrentActor actor, DateTimeOffset now) => new()
    {
        AdminId = actor.Kind == ActorKind.Admin ? actor.UserId.Value : 0,
        ActorKind = actor.Kind,
        ActorName = actor.Actor.Name,
        Action = record.Action,
        TargetType = record.TargetType,
        TargetId = record.TargetId,
        Detail = record.Detail is null ? "{}" : StoredJson.Describe(record.Detail),
        RequestId = actor.RequestId,
        Address = actor.Address,
        CreatedAt = now,
    };
}
