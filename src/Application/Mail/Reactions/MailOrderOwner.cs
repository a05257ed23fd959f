using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Accounts;
using VpsPanel.Application.Notifications;
using VpsPanel.Application.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Mail.Reactions;

/// <summary>Writes to the owner when an order is approved, rejected or active, and when one of a plan is paid or refunded.</summary>
[ReactionName("mail-order-owner")]
[Lane(OutboxLane.Mail)]
internal sealed class MailOrderOwner(IUsers users, MailComposer composer, IMailer mailer, ISettings settings)
    : IReaction<OrderApproved>, IReaction<OrderRejected>, IReaction<OrderCompleted>, IReaction<PlanOrderPaid>, IReaction<PlanOrderRefunded>
{
    public Task<Result> React(Envelope<OrderApproved> happened, CancellationToken ct) =>
        Write(happened, StandardMail.OrderApproved, "Your order has been approved.", ct);

    public Task<Result> React(Envelope<OrderRejected> happened, CancellationToken ct) =>
        Write(happened, StandardMail.OrderRejected, happened.Event.Reason, ct);

    public Task<Result> React(Envelope<OrderCompleted> happened, CancellationToken ct) =>
        happened.Event.Status == OrderStatus.Active
            ? Write(happened, StandardMail.ProvisionSuccess, "Your order is active.", ct)
            : Task.FromResult(Result.Success);

    public Task<Result> React(Envelope<PlanOrderPaid> happened, CancellationToken ct) =>
        Write(happened, StandardMail.OrderPaid, "Your order is paid.", ct);

    public Task<Result> React(Envelope<PlanOrderRefunded> happened, CancellationToken ct) =>
        Write(happened, StandardMail.OrderRefunded, "Money went back to your balance.", ct);

    private async Task<Result> Write<TEvent>(Envelope<TEvent> happened, StandardMail mail, string message, CancellationToken ct)
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
            ["message"] = message,
        };
        var written = await composer.Compose(mail, owner, values, $"order-{happened.AggregateId}-{happened.Event.Seq}", ct);
        var sent = await mailer.Send(written, ct);

        // Only the server's refusals get better with time.
        return sent.Error is { Kind: ErrorKind.Upstream } ? sent : Result.Success;
    }
}
