using FluentValidation;
using VpsPanel.Application.Billing.Settlements;
using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.PlanOrders.Queries;
using VpsPanel.Domain.Billing.Settlements;
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
    PlanOrderFulfillment fulfillment, IWallets wallets, Settlement settlement, IUsers users, ICurrentActor actor, TimeProvider clock)
    : ICommandHandler<RefundPlanOrder, PlanOrderResponse>
{
    public async Task<Result<PlanOrderResponse>> Handle(RefundPlanOrder command, CancellationToken ct)
    {
        if (await fulfillment.FindForUpdate(command.Id, ct) is not { } order)
            return OrderErrors.NotFound;

        if (OwnMoney.Refuse(actor.Actor, order.UserId) is { } own)
            return own;

        var request = new RefundRequest(
            command.AmountCents, command.Reason.Trim(), command.Metadata?.Text, command.RefundedAt ?? clock.GetUtcNow());
        var wallet = await wallets.ForUpdate(order.UserId, order.Currency, ct);
        var refunded = await settlement.Refund(order, wallet, request, actor.Actor, ct);
        if (!refunded.IsSuccess)
            return refunded.Error;

        return await order.ForAdmins(users, ct);
    }
}
