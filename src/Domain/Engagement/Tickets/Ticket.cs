using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Engagement.Tickets;

public enum TicketStatus
{
    Open,

    /// <summary>Support asked something back.</summary>
    WaitingUser,
    Closed,
}

/// <summary>
/// A customer's question and what was said about it. Only grows by messages, which are therefore never loaded to change it.
/// </summary>
[StreamName("ticket")]
public sealed class Ticket : AggregateRoot<TicketId>
{
    public const int MaxSubject = 200;
    public const int MaxResources = 20;
    public const int MaxMessages = 1000;

    /// <summary>Tickets of one customer that are not closed.</summary>
    public const int MaxUnclosed = 50;

    private readonly List<TicketMessage> _messages = [];
    private readonly List<TicketResource> _resources = [];

    private Ticket()
    {
    }

    public UserId UserId { get; private set; }

    public string Subject { get; private set; } = "";

    public TicketStatus Status { get; private set; }

    public int MessageCount { get; private set; }

    public int ResourceCount { get; private set; }

    public DateTimeOffset LastReplyAt { get; private set; }

    /// <summary>Null when an API key wrote last.</summary>
    public UserId? LastReplyBy { get; private set; }

    public TicketRole LastReplyRole { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Those written since the ticket was loaded; all of them on a new one.</summary>
    public IReadOnlyList<TicketMessage> Messages => _messages;

    /// <summary>Present on a new ticket only.</summary>
    public IReadOnlyList<TicketResource> Resources => _resources;

    public static Ticket Open(
        UserId owner, string subject, TicketSender sender, string content, IEnumerable<TicketResource> resources, DateTimeOffset now)
    {
        var ticket = new Ticket { UserId = owner, Subject = subject.Trim() };
        ticket._resources.AddRange(resources);
        ticket.ResourceCount = ticket._resources.Count;
        ticket.Write(sender, content, now);
        ticket.Raise(new TicketOpened(owner, ticket.Subject));
        return ticket;
    }

    public bool IsOwnedBy(UserId user) => UserId == user;

    /// <summary>Support may write into a closed ticket, its owner may not; the status stays either way.</summary>
    public Result<TicketMessage> Reply(TicketSender sender, string content, DateTimeOffset now)
    {
        if (Status == TicketStatus.Closed && sender.Role == TicketRole.User)
            return TicketErrors.Closed;

        if (MessageCount >= MaxMessages)
            return TicketErrors.Full;

        var message = Write(sender, content, now);
        Raise(new TicketReplied(UserId, Subject, sender.Role));
        return message;
    }

    /// <summary>Closing twice is closing once.</summary>
    public void Close(DateTimeOffset now) => Enter(TicketStatus.Closed, ActorKind.User, now);

    public void Change(string subject, TicketStatus status, DateTimeOffset now)
    {
        Subject = subject.Trim();
        Enter(status, ActorKind.Admin, now);
    }

    private void Enter(TicketStatus status, ActorKind by, DateTimeOffset now)
    {
        if (Status == status)
            return;

        Move(TicketFlow.To(status), by);
        ClosedAt = status == TicketStatus.Closed ? now : null;
        if (status == TicketStatus.Closed)
            Raise(new TicketClosed(UserId, Subject));
    }

    private void Move(TicketMove move, ActorKind by) => Status = TicketFlow.Table.Next(Status, move, by).Value;

    private TicketMessage Write(TicketSender sender, string content, DateTimeOffset now)
    {
        var message = TicketMessage.Of(sender, content);
        _messages.Add(message);
        MessageCount++;
        LastReplyAt = now;
        LastReplyBy = sender.UserId;
        LastReplyRole = sender.Role;
        return message;
    }
}
