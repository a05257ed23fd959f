using VpsPanel.Application.Billing.Settlements;
using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Sales.PlanOrders;
using VpsPanel.Application.Sales.PlanOrders.Commands;
using VpsPanel.Application.Sales.Plans;
using VpsPanel.Application.Sales.Subscriptions;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Billing.Settlements;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Sales.Plans;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Sales.PlanChanges.Commands;

/// <summary>Exchanges the plan of the caller's subscription as it was quoted; the wallet pays the rest.</summary>
[CommandName("subscription.change_plan")]
public sealed record ChangePlan(SubscriptionId Id, PlanChangeQuoteId QuoteId, string? IdempotencyKey) : ICommand<PlacedPlanOrder>, IIdempotent;

/// <remarks>Locks are taken in the order quote, orders, wallet, subscription.</remarks>
internal sealed class ChangePlanHandler(
    IPlanChangeQuotes quotes,
    ISubscriptions subscriptions,
    IPlans plans,
    IOrders orders,
    IWallets wallets,
    PlanOrderFulfillment fulfillment,
    Settlement settlement,
    ISettings settings,
    IReadDb db,
    IUnitOfWork work,
    ICurrentActor actor,
    TimeProvider clock) : ICommandHandler<ChangePlan, PlacedPlanOrder>
{
    public async Task<Result<PlacedPlanOrder>> Handle(ChangePlan command, CancellationToken ct)
    {
        if (await quotes.FindForUpdate(command.QuoteId, ct) is not { } quote || quote.UserId != actor.UserId || quote.SubscriptionId != command.Id)
            return PlanChangeErrors.QuoteNotFound;

        var paid = await Hold(command.Id, ct);
        var wallet = await wallets.ForUpdate(actor.UserId, quote.Currency, ct);
        if (await subscriptions.FindForUpdate(command.Id, ct) is not { } subscription)
            return SubscriptionErrors.NotFound;

        var plan = await plans.Find(quote.PlanId, ct);
        if (plan is not { IsSold: true })
            return PlanErrors.NotSold;

        var snapshot = PlanSnapshot.Of(plan);
        var basis = await PlanChangeBasis.Read(db, subscription.Id, ct);
        var checkedQuote = quote.Check(basis.Hash(subscription, snapshot), clock.GetUtcNow());
        if (!checkedQuote.IsSuccess)
            return checkedQuote.Error;

        if (await subscriptions.FindOf(actor.UserId, plan.Id, ct) is not null)
            return SubscriptionErrors.Exists;

        return await Exchange(quote, subscription, snapshot, paid, wallet, ct);
    }

    private async Task<IReadOnlyList<Order>> Hold(SubscriptionId id, CancellationToken ct)
    {
        var held = new List<Order>();
        foreach (var order in (await PlanChangeBasis.Read(db, id, ct)).Orders)
            held.Add((await orders.FindForUpdate(order, ct))!);

        return held;
    }

    private async Task<Result<PlacedPlanOrder>> Exchange(
        PlanChangeQuote quote, Subscription subscription, PlanSnapshot plan, IReadOnlyList<Order> paid, Wallet wallet, CancellationToken ct)
    {
        var (now, toWallet) = (clock.GetUtcNow(), await settings.ToWallet(quote, ct));
        var credit = Math.Min(quote.CreditCents, quote.PriceCents);
        Give(paid, credit + toWallet);

        var wanted = new PlanPurchase(plan, quote.Quantity, Order.Balance, null, null, null) { CreditCents = credit };
        var placed = Order.PlacePlan(quote.UserId, wanted, now);
        if (!placed.IsSuccess)
            return placed.Error;

        var order = placed.Value;
        await orders.Add(order, ct);
        var settled = await Settle(order, wallet, toWallet, ct);
        if (!settled.IsSuccess)
            return settled.Error;

        var changed = subscription.ChangePlan(plan.Terms(), plan.GrantOf(order.Id, order.Periods), await settings.Calendar(ct), now);
        if (!changed.IsSuccess)
            return changed.Error;

        quotes.Remove(quote);
        await work.Flush(ct);
        return new PlacedPlanOrder(order.ToPlanView(), wallet.View(), wallet.NewEntries.Count == 0 ? null : wallet.NewEntries[0].View(order.Currency, order.Reference));
    }

    /// <summary>The latest orders give first: they have most left.</summary>
    private static void Give(IReadOnlyList<Order> paid, long cents)
    {
        foreach (var order in paid.Reverse())
        {
            var part = Math.Min(cents, order.LeftCents);
            order.GiveForAnotherPlan(part);
            cents -= part;
        }
    }

    private async Task<Result> Settle(Order order, Wallet wallet, long toWallet, CancellationToken ct)
    {
        if (order.TotalCents > 0)
        {
            var metadata = JsonNotes.With(
                null, ("plan_id", order.PlanId!.Value.Value), ("quantity", order.Periods), ("order_number", order.OrderNo), ("credit_cents", order.CreditCents));
            var charged = await fulfillment.Charge(order, new WalletCharge(actor.Actor, "", metadata), ct);
            if (!charged.IsSuccess)
                return charged.Error;
        }

        return toWallet == 0 ? Result.Success : settlement.CreditUnused(order, wallet, new Money(toWallet, order.Currency));
    }
}
