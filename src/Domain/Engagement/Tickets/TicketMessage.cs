using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Engagement.Tickets;

/// <summary>One entry of the conversation, never changed.</summary>
public sealed class TicketMessage : ITimestamped
{
    public const int MaxContent = 10_000;

    private TicketMessage()
    {
    }

    public TicketMessageId Id { get; private set; }

    public UserId? SenderId { get; private set; }

    public TicketRole SenderRole { get; private set; }

    /// <summary>As it was when the message was written.</summary>
    public string SenderName { get; private set; } = "";

    public string SenderQq { get; private set; } = "";

    public string Content { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    internal static TicketMessage Of(TicketSender sender, string content) => new()
    {
        SenderId = sender.UserId,
        SenderRole = sender.Role,
        SenderName = sender.Name,
        SenderQq = sender.Qq,
        Content = content.Trim(),
    };
}
