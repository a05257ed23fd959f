using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Tickets;

namespace VpsPanel.Application.Engagement.Tickets.Commands;

/// <summary>Changes what is given and keeps what is null.</summary>
public sealed record UpdateTicket(TicketId Id, string? Subject, string? Status) : ICommand<TicketView>, IAudited
{
    public AuditRecord Audit(object? answer) => new("ticket.update", "ticket", Id.Value.ToString(), new { Subject, Status });
}

internal sealed class UpdateTicketValidator : AbstractValidator<UpdateTicket>
{
    public UpdateTicketValidator()
    {
        RuleFor(command => command.Subject).Must(subject => subject is null || !string.IsNullOrWhiteSpace(subject))
            .WithMessage("subject and status required").MaximumLength(Ticket.MaxSubject);
        RuleFor(command => command.Status).Must(status => status is null || !string.IsNullOrWhiteSpace(status))
            .WithMessage("subject and status required");
        RuleFor(command => command.Status).Must(status => WireNames.TryParse<TicketStatus>(status, out _))
            .When(command => !string.IsNullOrWhiteSpace(command.Status))
            .WithMessage($"one of {string.Join(", ", WireNames.All<TicketStatus>())}");
    }
}

internal sealed class UpdateTicketHandler(ITickets tickets, IUnitOfWork work, TimeProvider clock)
    : ICommandHandler<UpdateTicket, TicketView>
{
    public async Task<Result<TicketView>> Handle(UpdateTicket command, CancellationToken ct)
    {
        if (await tickets.FindForUpdate(command.Id, ct) is not { } ticket)
            return TicketErrors.NotFound;

        var status = WireNames.TryParse<TicketStatus>(command.Status, out var wanted) ? wanted : ticket.Status;
        ticket.Change(command.Subject ?? ticket.Subject, status, clock.GetUtcNow());
        work.Stamp();
        return ticket.ToView();
    }
}
