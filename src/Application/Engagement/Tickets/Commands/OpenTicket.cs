using FluentValidation;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Tickets;

namespace VpsPanel.Application.Engagement.Tickets.Commands;

public sealed record OpenTicket(string Subject, string Content, IReadOnlyList<NamedResource> Resources) : ICommand<TicketDetail>;

/// <summary>What the ticket is about, as the client names it.</summary>
public sealed record NamedResource(string? ResourceType, long? ResourceId, string? ResourceName);

internal sealed class OpenTicketValidator : AbstractValidator<OpenTicket>
{
    public OpenTicketValidator()
    {
        RuleFor(command => command.Subject).NotEmpty().MaximumLength(Ticket.MaxSubject);
        RuleFor(command => command.Content).NotEmpty().MaximumLength(TicketMessage.MaxContent);
        RuleFor(command => command.Resources).Must(items => items.Count <= Ticket.MaxResources)
            .WithMessage($"at most {Ticket.MaxResources} resources");
        RuleForEach(command => command.Resources).NotNull().ChildRules(item =>
        {
            item.RuleFor(resource => resource.ResourceType).NotEmpty().MaximumLength(32);
            item.RuleFor(resource => resource.ResourceId).GreaterThanOrEqualTo(0);
            item.RuleFor(resource => resource.ResourceName).MaximumLength(200);
        });
    }
}

internal sealed class OpenTicketHandler(ITickets tickets, IUsers users, ICurrentActor actor, TimeProvider clock)
    : ICommandHandler<OpenTicket, TicketDetail>
{
    public async Task<Result<TicketDetail>> Handle(OpenTicket command, CancellationToken ct)
    {
        // Parallel calls of one user queue up here, so that none of them counts past the limit.
        var owner = await users.FindForUpdate(actor.UserId, ct) ?? throw new InvalidOperationException("The signed-in user is gone.");
        if (await tickets.CountUnclosed(owner.Id, ct) >= Ticket.MaxUnclosed)
            return TicketErrors.TooManyOpen;

        var resources = command.Resources.Select(item =>
            TicketResource.Of(item.ResourceType!, item.ResourceId ?? 0, item.ResourceName ?? ""));
        var ticket = Ticket.Open(
            owner.Id, command.Subject, TicketSender.Customer(owner), command.Content, resources, clock.GetUtcNow());
        await tickets.Add(ticket, ct);
        return ticket.ToDetail();
    }
}
