using FluentValidation;
using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.PlanOrders.Queries;
using VpsPanel.Domain.Billing.Settlements;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.PlanOrders.Commands;

/// <summary>An admin says that an order is paid, or pays it from its owner's wallet. A paid one stays as it is.</summary>
/// <param name="Method">Free text; blank to keep the order's.</param>
/// <param name="PaidAt">Null for now.</param>
public sealed record PayPlanOrder(OrderId Id, string Method, DateTimeOffset? PaidAt, string Note, string Reference, bool ChargeBalance)
    : ICommand<PlanOrderResponse>, IAudited
{
    public AuditRecord Audit(object? answer) =>
        new("plan_order.pay", "order", Id.Value.ToString(), new { ChargeBalance, Method, Reference, Note });
}

internal sealed class PayPlanOrderValidator : AbstractValidator<PayPlanOrder>
{
    public PayPlanOrderValidator()
    {
        RuleFor(command => command.Method).MaximumLength(Order.MaxPaymentMethod).OverridePropertyName("payment_method");

        // Only what the wallet really paid may later be refunded to it.
        RuleFor(command => command.Method).Must((command, method) => command.ChargeBalance || !IsBalance(method))
            .OverridePropertyName("payment_method").WithMessage("payment_method balance needs charge_balance");
        RuleFor(command => command.Note).MaximumLength(500);
        RuleFor(command => command.Reference).MaximumLength(PaymentFailure.MaxReference);
    }

    private static bool IsBalance(string method) => method.Trim().Equals(Order.Balance, StringComparison.OrdinalIgnoreCase);
}

internal sealed class PayPlanOrderHandler(
    PlanOrderFulfillment fulfillment, IUsers users, IUnitOfWork work, ICurrentActor actor, TimeProvider clock)
    : ICommandHandler<PayPlanOrder, PlanOrderResponse>
{
    public async Task<Result<PlanOrderResponse>> Handle(PayPlanOrder command, CancellationToken ct)
    {
        if (await fulfillment.FindForUpdate(command.Id, ct) is not { } order)
            return OrderErrors.NotFound;

        if (OwnMoney.Refuse(actor.Actor, order.UserId) is { } own)
            return own;

        // Nothing may be charged or delivered a second time.
        if (order.Status != OrderStatus.Paid && await Pay(order, command, ct) is { IsSuccess: false } failure)
            return failure.Error;

        work.Stamp();
        return await order.ForAdmins(users, ct);
    }

    private async Task<Result> Pay(Order order, PayPlanOrder command, CancellationToken ct)
    {
        var paid = command.ChargeBalance ? await Charge(order, command, ct) : PaidOutside(order, command);
        if (paid.IsSuccess)
            await fulfillment.Deliver(order, ct);

        return paid;
    }

    private Result PaidOutside(Order order, PayPlanOrder command)
    {
        var now = clock.GetUtcNow();
        var payment = new ManualPayment(
            Blank(command.Method), Blank(command.Reference), Blank(command.Note), command.PaidAt ?? now, FromBalance: false);
        return order.PayByHand(actor.Actor, payment, now);
    }

    private async Task<Result> Charge(Order order, PayPlanOrder command, CancellationToken ct)
    {
        var metadata = JsonNotes.With(null, ("order_id", order.Id.Value), ("order_number", order.OrderNo), ("manual_charge", true));
        var charge = new WalletCharge(
            actor.Actor, "", metadata, command.PaidAt, Blank(command.Method), Blank(command.Reference), Blank(command.Note));
        return await fulfillment.Charge(order, charge, ct) is { IsSuccess: false, Error: var refused } ? refused : Result.Success;
    }

    private static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
