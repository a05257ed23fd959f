using System.Text.Json.Serialization;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Engagement.Tickets;

namespace VpsPanel.Application.Engagement.Tickets;

public sealed record TicketView(
    long Id,
    long UserId,
    string Subject,
    [property: WordsOf(typeof(TicketStatus))] string Status,
    int ResourceCount,
    DateTimeOffset LastReplyAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? LastReplyBy,
    string LastReplyRole,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? ClosedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);

/// <param name="SenderId">0 for an API key.</param>
public sealed record TicketMessageView(
    long Id,
    long TicketId,
    long SenderId,
    string SenderRole,
    string SenderName,
    string SenderQq,
    string Content,
    DateTimeOffset CreatedAt);

public sealed record TicketResourceView(
    long Id, long TicketId, string ResourceType, long ResourceId, string ResourceName, DateTimeOffset CreatedAt);

public sealed record TicketDetail(
    TicketView Ticket, IReadOnlyList<TicketMessageView> Messages, IReadOnlyList<TicketResourceView> Resources);
