using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Tickets;

namespace VpsPanel.Application.Engagement.Tickets.Commands;

public sealed record CloseMyTicket(TicketId Id) : ICommand;

internal sealed class CloseMyTicketHandler(ITickets tickets, ICurrentActor actor, TimeProvider clock) : ICommandHandler<CloseMyTicket>
{
    public async Task<Result> Handle(CloseMyTicket command, CancellationToken ct)
    {
        if (await tickets.FindForUpdate(command.Id, ct) is not { } ticket || !ticket.IsOwnedBy(actor.UserId))
            return TicketErrors.NotFound;

        ticket.Close(clock.GetUtcNow());
        return Result.Success;
    }
}
