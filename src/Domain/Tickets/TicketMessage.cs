using VpsPanel.Domain.Accounts;
using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Tickets;

/// <summary>The side that somebody writes for.</summary>
public enum TicketRole
{
    User,
    Admin,
}

/// <summary>Who writes, as the other side is to see it.</summary>
/// <param name="UserId">Null for an API key.</param>
public sealed record TicketSender(TicketRole Role, UserId? UserId, string Name, string Qq)
{
    /// <summary>Customers see one support, not the people in it.</summary>
    public static TicketSender Support(UserId admin, string qq) =>
        new(TicketRole.Admin, admin.Value > 0 ? admin : null, "Support", qq);

    public static TicketSender Customer(User user) =>
        new(TicketRole.User, user.Id, user.DisplayName.Length > 0 ? user.DisplayName : user.Username, user.Qq);
}

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

/// <summary>Something that the customer says the ticket is about: a free reference, nothing is looked up by it.</summary>
public sealed class TicketResource : ITimestamped
{
    private TicketResource()
    {
    }

    public TicketResourceId Id { get; private set; }

    public string ResourceType { get; private set; } = "";

    public long ResourceId { get; private set; }

    public string ResourceName { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public static TicketResource Of(string type, long id, string name) =>
        new() { ResourceType = type.Trim(), ResourceId = id, ResourceName = name.Trim() };
}
