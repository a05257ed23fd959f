using FluentValidation;
using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.PlanOrders.Queries;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.PlanOrders.Commands;

/// <summary>Gives money of an order back to the wallet that paid it.</summary>
/// <param name="Metadata">A JSON object, or null.</param>
/// <param name="RefundedAt">Null for now.</param>
/// <param name="CreditBalance">The wallet is the only place that money goes back to; false is refused.</param>
[CommandName("plan_order.refund")]
public sealed record RefundPlanOrder(
    OrderId Id, long AmountCents, string Reason, RawJson? Metadata, DateTimeOffset? RefundedAt, bool CreditBalance, string? IdempotencyKey)
    : ICommand<PlanOrderResponse>, IIdempotent, IAudited
{
    public AuditRecord Audit(object? answer) => new("plan_order.refund", "order", Id.Value.ToString(), new { AmountCents, Reason });
}

internal sealed class RefundPlanOrderValidator : AbstractValidator<RefundPlanOrder>
{
    public RefundPlanOrderValidator()
    {
        RuleFor(command => command.AmountCents).GreaterThan(0);
        RuleFor(command => command.Reason).MaximumLength(OrderRefund.MaxReason);
        RuleFor(command => command.Metadata).IsSmallObject();
        RuleFor(command => command.CreditBalance).Equal(true).WithMessage("refunds go to the balance");
    }
}

internal sealed class RefundPlanOrderHandler(
    PlanOrderFulfillment fulfillment, IWallets wallets, IUsers users, IUnitOfWork work, ICurrentActor actor,
    TimeProvider clock)
    : ICommandHandler<RefundPlanOrder, PlanOrderResponse>
{
    public async Task<Result<PlanOrderResponse>> Handle(RefundPlanOrder command, CancellationToken ct)
    {
        if (await fulfillment.FindForUpdate(command.Id, ct) is not { } order)
            return OrderErrors.NotFound;

        if (OwnMoney.Refuse(actor.Actor, order.UserId) is { } own)
            return own;

        var now = clock.GetUtcNow();
        var request = new RefundRequest(command.AmountCents, command.Reason.Trim(), command.Metadata?.Text, command.RefundedAt ?? now);
        var refund = order.Refund(actor.Actor, request, now);
        if (!refund.IsSuccess)
            return refund.Error;

        // The refund's own id is the cause of its entry.
        await work.Flush(ct);
        var credited = await Credit(order, refund.Value, ct);
        if (!credited.IsSuccess)
            return credited.Error;

        return await order.ForAdmins(users, ct);
    }

    private async Task<Result> Credit(Order order, OrderRefund refund, CancellationToken ct)
    {
        var wallet = await wallets.ForUpdate(order.UserId, order.Currency, ct);
        var metadata = JsonNotes.With(refund.Metadata, ("order_id", order.Id.Value), ("order_number", order.OrderNo));
        return wallet.Credit(
            EntryKind.Refund,
            LedgerReference.PlanRefund(refund.Id.Value),
            new Money(refund.AmountCents, order.Currency),
            refund.Reason.Length > 0 ? $"Refund of {order.OrderNo}: {refund.Reason}" : $"Refund of {order.OrderNo}",
            clock.GetUtcNow(),
            metadata);
    }
}
