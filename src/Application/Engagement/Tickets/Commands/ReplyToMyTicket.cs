using FluentValidation;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Tickets;

namespace VpsPanel.Application.Engagement.Tickets.Commands;

public sealed record ReplyToMyTicket(TicketId Id, string Content) : ICommand<TicketMessageView>;

internal sealed class ReplyToMyTicketValidator : AbstractValidator<ReplyToMyTicket>
{
    public ReplyToMyTicketValidator() => RuleFor(command => command.Content).NotEmpty().MaximumLength(TicketMessage.MaxContent);
}

internal sealed class ReplyToMyTicketHandler(
    ITickets tickets, IUsers users, ICurrentActor actor, IUnitOfWork work, TimeProvider clock)
    : ICommandHandler<ReplyToMyTicket, TicketMessageView>
{
    public async Task<Result<TicketMessageView>> Handle(ReplyToMyTicket command, CancellationToken ct)
    {
        var owner = await users.Find(actor.UserId, ct) ?? throw new InvalidOperationException("The signed-in user is gone.");
        if (await tickets.FindForUpdate(command.Id, ct) is not { } ticket || !ticket.IsOwnedBy(owner.Id))
            return TicketErrors.NotFound;

        var message = ticket.Reply(TicketSender.Customer(owner), command.Content, clock.GetUtcNow());
        if (!message.IsSuccess)
            return message.Error;

        await work.Flush(ct);
        return message.Value.ToView(ticket);
    }
}
