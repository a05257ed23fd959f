using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Sales.Subscriptions;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Sales.PlanChanges;

internal static class PlanChangeSettings
{
    /// <summary>What the wallet gets of a credit above the price.</summary>
    public static async ValueTask<long> ToWallet(this ISettings settings, PlanChangeQuote quote, CancellationToken ct) =>
        await settings.Get(SubscriptionSettings.CreditToWallet, ct) == true ? Math.Max(0, quote.CreditCents - quote.PriceCents) : 0;
}
