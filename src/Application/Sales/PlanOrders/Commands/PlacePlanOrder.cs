using System.Text.Json.Serialization;
using FluentValidation;
using VpsPanel.Application.Billing.Payments;
using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Sales.Plans;
using VpsPanel.Application.Sales.Subscriptions;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Billing.Settlements;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Sales.Plans;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Sales.PlanOrders.Commands;

/// <param name="Method"><c>balance</c> or <c>external</c>.</param>
/// <param name="Channel">Where to pay outside, in lower case; blank for the wallet.</param>
[CommandName("plan_order.place")]
public sealed record PlacePlanOrder(PlanId PlanId, int Quantity, string Method, string Channel, string ReturnUrl, string? IdempotencyKey)
    : ICommand<PlacedPlanOrder>, IIdempotent;

/// <param name="Transaction">Only when the wallet paid.</param>
public sealed record PlacedPlanOrder(
    PlanOrderView Order,
    BalanceView Balance,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] BalanceTransactionView? Transaction);

internal sealed class PlacePlanOrderValidator : AbstractValidator<PlacePlanOrder>
{
    public PlacePlanOrderValidator()
    {
        RuleFor(command => command.PlanId).Must(plan => plan.Value > 0).WithMessage("plan_id is required");
        RuleFor(command => command.Quantity).InclusiveBetween(1, PlanPurchase.MaxQuantity);
        RuleFor(command => command.Method).Must(method => method is Order.Balance or Order.External)
            .OverridePropertyName("payment_method").WithMessage("payment_method is balance or external");
        RuleFor(command => command.Channel).MaximumLength(32).OverridePropertyName("payment_channel");
        RuleFor(command => command.ReturnUrl).MaximumLength(1000).Must(url => url.Length == 0 || WebAddress.IsAbsolute(url))
            .OverridePropertyName("payment_return_url").WithMessage("payment_return_url must be an http or https address");
    }
}

internal sealed class PlacePlanOrderHandler(
    IPlans plans,
    IOrders orders,
    ISubscriptions subscriptions,
    PlanOrderFulfillment fulfillment,
    OrderLimits limits,
    ISettings settings,
    IReadDb db,
    IUnitOfWork work,
    ICurrentActor actor,
    TimeProvider clock) : ICommandHandler<PlacePlanOrder, PlacedPlanOrder>
{
    public async Task<Result<PlacedPlanOrder>> Handle(PlacePlanOrder command, CancellationToken ct)
    {
        if (await plans.Find(command.PlanId, ct) is not { } plan)
            return PlanErrors.NotFound;

        if (await Refusal(plan, command, ct) is { } failure)
            return failure;

        var wanted = new PlanPurchase(
            PlanSnapshot.Of(plan), command.Quantity, command.Method, Blank(command.Channel), Blank(command.ReturnUrl), Blank(command.IdempotencyKey))
        {
            PaymentWindow = await settings.PaymentWindowOf(command.Channel, ct),
        };
        var placed = Order.PlacePlan(actor.UserId, wanted, clock.GetUtcNow());
        if (!placed.IsSuccess)
            return placed.Error;

        var order = placed.Value;
        await orders.Add(order, ct);
        return order.Status == OrderStatus.Paid ? await Complete(order, ct) : await Answer(order, null, ct);
    }

    private async Task<Error?> Refusal(Plan plan, PlacePlanOrder command, CancellationToken ct)
    {
        if (!plan.IsSold)
            return PlanErrors.NotSold;

        if (command.Method == Order.External && !plan.Price.IsZero && string.IsNullOrWhiteSpace(command.Channel))
            return Error.Validation("payment_channel", "payment_channel is required");

        if (command.Method == Order.External && !plan.Price.IsZero && await limits.RefuseUnpaid(actor.UserId, ct) is { } tooMany)
            return tooMany;

        // Nobody shall pay for what they cannot use.
        return await subscriptions.FindOf(actor.UserId, plan.Id, ct) is { Status: SubscriptionStatus.Disabled }
            ? SubscriptionErrors.Disabled
            : null;
    }

    private async Task<Result<PlacedPlanOrder>> Complete(Order order, CancellationToken ct)
    {
        Wallet? wallet = null;
        if (order.TotalCents > 0)
        {
            var metadata = JsonNotes.With(
                null, ("plan_id", order.PlanId!.Value.Value), ("quantity", order.Periods), ("order_number", order.OrderNo));
            var charged = await fulfillment.Charge(order, new WalletCharge(actor.Actor, "", metadata), ct);
            if (!charged.IsSuccess)
                return charged.Error;

            wallet = charged.Value;
        }

        await fulfillment.Deliver(order, ct);
        work.Stamp();
        return await Answer(order, wallet, ct);
    }

    private async Task<Result<PlacedPlanOrder>> Answer(Order order, Wallet? wallet, CancellationToken ct) => new PlacedPlanOrder(
        order.ToPlanView(),
        wallet?.View() ?? await db.Balance(order.UserId, order.Currency, ct),
        wallet?.NewEntries.Single().View(order.Currency, order.Reference));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
