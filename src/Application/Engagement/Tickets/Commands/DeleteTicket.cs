using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Tickets;

namespace VpsPanel.Application.Engagement.Tickets.Commands;

/// <summary>With everything that was said in it.</summary>
public sealed record DeleteTicket(TicketId Id) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("ticket.delete", "ticket", Id.Value.ToString());
}

internal sealed class DeleteTicketHandler(ITickets tickets) : ICommandHandler<DeleteTicket>
{
    public async Task<Result> Handle(DeleteTicket command, CancellationToken ct)
    {
        if (await tickets.FindForUpdate(command.Id, ct) is not { } ticket)
            return TicketErrors.NotFound;

        tickets.Remove(ticket);
        return Result.Success;
    }
}
