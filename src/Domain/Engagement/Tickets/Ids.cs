using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Engagement.Tickets;

public readonly record struct TicketId(long Value) : IId<TicketId>
{
    public static TicketId From(long value) => new(value);
}

public readonly record struct TicketMessageId(long Value) : IId<TicketMessageId>
{
    public static TicketMessageId From(long value) => new(value);
}

public readonly record struct TicketResourceId(long Value) : IId<TicketResourceId>
{
    public static TicketResourceId From(long value) => new(value);
}
