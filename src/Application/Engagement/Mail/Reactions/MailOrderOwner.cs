using VpsPanel.Application.Engagement.Notifications;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Engagement.Mail.Reactions;

/// <summary>Writes to the owner when an order is approved, rejected or active, and when one of a plan is paid or refunded.</summary>
[ActsOutside]
[ReactionName("mail-order-owner")]
[Lane(OutboxLane.Mail)]
internal sealed class MailOrderOwner(IUsers users, MailComposer composer, UserLanguages languages, IMailer mailer, ISettings settings)
    : IReaction<OrderApproved>, IReaction<OrderRejected>, IReaction<OrderCompleted>, IReaction<PlanOrderPaid>, IReaction<PlanOrderRefunded>
{
    public Task<Result> React(Envelope<OrderApproved> happened, CancellationToken ct) =>
        Write(
            happened, DefaultMail.OrderApproved, language => MailNotice.Approved(language, happened.Event.Action, happened.Event.OrderNo),
            null, ct);

    public Task<Result> React(Envelope<OrderRejected> happened, CancellationToken ct) =>
        Write(
            happened, DefaultMail.OrderRejected,
            language => MailNotice.Rejected(language, happened.Event.Action, happened.Event.OrderNo, happened.Event.Reason), happened.Event.Reason, ct);

    public Task<Result> React(Envelope<OrderCompleted> happened, CancellationToken ct) =>
        happened.Event.Status == OrderStatus.Active
            ? Write(
                happened, happened.Event.Action == OrderItemAction.Create ? DefaultMail.ProvisionSuccess : DefaultMail.OrderCompleted,
                language => MailNotice.Completed(language, happened.Event.Action, happened.Event.OrderNo), null, ct)
            : Task.FromResult(Result.Success);

    public Task<Result> React(Envelope<PlanOrderPaid> happened, CancellationToken ct) =>
        Write(happened, DefaultMail.OrderPaid, language => MailNotice.PlanPaid(language, happened.Event.OrderNo), null, ct);

    public Task<Result> React(Envelope<PlanOrderRefunded> happened, CancellationToken ct) =>
        Write(happened, DefaultMail.OrderRefunded, language => MailNotice.PlanRefunded(language, happened.Event.OrderNo), null, ct);

    /// <param name="reason">What templates know as the message; the words themselves when there is none.</param>
    private async Task<Result> Write<TEvent>(
        Envelope<TEvent> happened, DefaultMail mail, Func<string, NoticeText> say, string? reason, CancellationToken ct)
        where TEvent : OrderEvent
    {
        if (!await settings.IsOn(NotificationSettings.EmailEnabled, ct)
            || await users.Find(happened.Event.UserId, ct) is not { Email.Length: > 0 } owner)
        {
            return Result.Success;
        }

        var values = new Dictionary<string, object?>
        {
            ["order"] = new Dictionary<string, object?> { ["no"] = happened.Event.OrderNo },
            ["message"] = reason ?? say(await languages.Of(owner, ct)).Text,
        };
        var written = await composer.Compose(mail, owner, say, values, $"order-{happened.AggregateId}-{happened.Event.Seq}", ct);
        var sent = await mailer.Send(written, ct);

        // Only the server's refusals get better with time.
        return sent.Error is { Kind: ErrorKind.Upstream } ? sent : Result.Success;
    }
}
