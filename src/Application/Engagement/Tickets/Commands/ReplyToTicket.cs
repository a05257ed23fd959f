using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Platform.Site;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Tickets;

namespace VpsPanel.Application.Engagement.Tickets.Commands;

/// <summary>Support answers.</summary>
public sealed record ReplyToTicket(TicketId Id, string Content) : ICommand<TicketMessageView>, IAudited
{
    public AuditRecord Audit(object? answer) => new("ticket.reply", "ticket", Id.Value.ToString(), new { ((TicketMessageView)answer!).Id });
}

internal sealed class ReplyToTicketValidator : AbstractValidator<ReplyToTicket>
{
    public ReplyToTicketValidator() => RuleFor(command => command.Content).NotEmpty().MaximumLength(TicketMessage.MaxContent);
}

internal sealed class ReplyToTicketHandler(
    ITickets tickets, ISettings settings, ICurrentActor actor, IUnitOfWork work, TimeProvider clock)
    : ICommandHandler<ReplyToTicket, TicketMessageView>
{
    public async Task<Result<TicketMessageView>> Handle(ReplyToTicket command, CancellationToken ct)
    {
        if (await tickets.FindForUpdate(command.Id, ct) is not { } ticket)
            return TicketErrors.NotFound;

        var support = TicketSender.Support(actor.UserId, (await settings.Get(SiteSettings.AdminQq, ct)).Trim());
        var message = ticket.Reply(support, command.Content, clock.GetUtcNow());
        if (!message.IsSuccess)
            return message.Error;

        await work.Flush(ct);
        return message.Value.ToView(ticket);
    }
}
