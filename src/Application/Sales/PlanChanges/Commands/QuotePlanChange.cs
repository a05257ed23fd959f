using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Sales.Plans;
using VpsPanel.Application.Sales.Subscriptions;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Sales.Plans;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Sales.PlanChanges.Commands;

/// <summary>Says what it costs to exchange the plan of the caller's subscription, and holds to it for ten minutes.</summary>
/// <param name="Quantity">Periods of the new plan.</param>
public sealed record QuotePlanChange(SubscriptionId Id, PlanId PlanId, int Quantity) : ICommand<PlanChangeQuoteView>;

/// <param name="PriceCents">Of the new plan.</param>
/// <param name="CreditCents">What the unused part of the present plan is worth.</param>
/// <param name="DueCents">What the wallet pays.</param>
/// <param name="ToWalletCents">What the wallet gets of a credit above the price.</param>
/// <param name="ExpiresAt">How long this holds.</param>
public sealed record PlanChangeQuoteView(
    long QuoteId, long SubscriptionId, long PlanId, int Quantity, string Currency, long PriceCents, long CreditCents, long DueCents,
    long ToWalletCents, UnixSeconds ExpiresAt);

internal sealed class QuotePlanChangeValidator : AbstractValidator<QuotePlanChange>
{
    public QuotePlanChangeValidator()
    {
        RuleFor(command => command.PlanId).Must(plan => plan.Value > 0).WithMessage("plan_id is required");
        RuleFor(command => command.Quantity).InclusiveBetween(1, PlanPurchase.MaxQuantity);
    }
}

internal sealed class QuotePlanChangeHandler(
    ISubscriptions subscriptions, IPlans plans, IPlanChangeQuotes quotes, IReadDb db, ISettings settings, ICurrentActor actor,
    TimeProvider clock)
    : ICommandHandler<QuotePlanChange, PlanChangeQuoteView>
{
    public async Task<Result<PlanChangeQuoteView>> Handle(QuotePlanChange command, CancellationToken ct)
    {
        if (await subscriptions.FindForUpdate(command.Id, ct) is not { } subscription || !subscription.IsOwnedBy(actor.UserId))
            return SubscriptionErrors.NotFound;

        if (await plans.Find(command.PlanId, ct) is not { } plan)
            return PlanErrors.NotFound;

        if (await Refusal(subscription, plan, ct) is { } refusal)
            return refusal;

        var (now, calendar) = (clock.GetUtcNow(), await settings.Calendar(ct));
        var basis = await PlanChangeBasis.Read(db, subscription.Id, ct);
        if (!basis.IsPaidIn(plan.Currency))
            return WalletErrors.CurrencyMismatch;

        subscription.BeginQuotaPeriod(calendar, now);
        var credit = basis.CreditOf(subscription, calendar, now);
        var quote = PlanChangeQuote.Of(
            subscription, plan.Id, command.Quantity, plan.Price * command.Quantity, credit, basis.Hash(subscription, PlanSnapshot.Of(plan)), now);
        await quotes.RemoveOf(subscription.Id, ct);
        await quotes.Add(quote, ct);
        return new PlanChangeQuoteView(
            quote.Id.Value, subscription.Id.Value, plan.Id.Value, quote.Quantity, quote.Currency, quote.PriceCents, quote.CreditCents,
            quote.DueCents, await settings.ToWallet(quote, ct), quote.ExpiresAt);
    }

    private async Task<Error?> Refusal(Subscription subscription, Plan plan, CancellationToken ct)
    {
        if (!plan.IsSold)
            return PlanErrors.NotSold;

        if (!subscription.IsLive(clock.GetUtcNow()))
            return PlanChangeErrors.NotLive;

        if (subscription.PlanId == plan.Id)
            return PlanChangeErrors.SamePlan;

        return await subscriptions.FindOf(actor.UserId, plan.Id, ct) is null ? null : SubscriptionErrors.Exists;
    }
}
