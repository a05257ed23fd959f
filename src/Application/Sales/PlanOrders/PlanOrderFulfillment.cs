using VpsPanel.Application.Billing.Settlements;
using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Sales.Subscriptions;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Billing.Settlements;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Sales.PlanOrders;

/// <summary>
/// What an order of a plan moves beside itself: the wallet and the subscription, in its own transaction. Locks are taken in the order
/// order, wallet, subscription.
/// </summary>
internal sealed class PlanOrderFulfillment(
    IOrders orders, IWallets wallets, Settlement settlement, ISubscriptions subscriptions, SubscriptionSecrets secrets, ISettings settings,
    TimeProvider clock)
{
    /// <summary>The order, held; a plan order only.</summary>
    public async Task<Order?> FindForUpdate(OrderId id, CancellationToken ct) =>
        await orders.FindForUpdate(id, ct) is { Kind: OrderKind.Plan } order ? order : null;

    /// <summary>The same for a customer: what is a stranger's is missing, so that ids cannot be probed.</summary>
    public async Task<Order?> FindOwnForUpdate(OrderId id, UserId owner, CancellationToken ct) =>
        await FindForUpdate(id, ct) is { } order && order.IsOwnedBy(owner) ? order : null;

    /// <summary>Pays the order from its owner's wallet.</summary>
    /// <param name="charge">Who pays and what is written down; the note is made here.</param>
    public async Task<Result<Wallet>> Charge(Order order, WalletCharge charge, CancellationToken ct)
    {
        var currencies = await wallets.CurrenciesOf(order.UserId, ct);
        if (!(currencies.Count > 0 ? currencies : [Money.DefaultCurrency]).Contains(order.Currency))
            return WalletErrors.CurrencyMismatch;

        var wallet = await wallets.ForUpdate(order.UserId, order.Currency, ct);
        var paid = settlement.PayFromWallet(order, wallet, charge with { Note = $"{order.Items[0].Name} × {order.Periods}" });
        return paid.IsSuccess ? wallet : paid.Error;
    }

    /// <summary>Opens the subscription that was paid for, or renews the owner's one of that plan. An order is delivered once.</summary>
    public async Task Deliver(Order order, CancellationToken ct)
    {
        var (plan, now) = (order.PlanSnapshot!, clock.GetUtcNow());
        var grant = plan.GrantOf(order.Id, order.Periods);
        var calendar = await settings.Calendar(ct);
        if (await subscriptions.FindOfForUpdate(order.UserId, order.PlanId!.Value, ct) is { } known)
        {
            known.AllowDevices(plan.DevicesLimit);
            known.Renew(grant, now, calendar);
            return;
        }

        // Of two first orders that are paid at once, one loses on the unique index and renews at its next try.
        await subscriptions.Add(Subscription.Open(order.UserId, plan.Terms(), secrets.Make(), grant, now, calendar), ct);
    }
}
