using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Engagement.Tickets;

public static class TicketErrors
{
    public static Error NotFound { get; } = Error.NotFound("ticket.not_found", "ticket not found");

    public static Error Closed { get; } = Error.Conflict("ticket.closed", "ticket closed");

    public static Error Full { get; } = Error.Conflict("ticket.full", "this ticket has no room for more messages; open another one");

    public static Error TooManyOpen { get; } =
        Error.Conflict("ticket.too_many_open", $"close one of your {Ticket.MaxUnclosed} tickets first");
}
