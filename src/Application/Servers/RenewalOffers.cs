using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers;

/// <summary>The only judge of the time that can be bought for a VPS.</summary>
internal sealed class RenewalOffers(IBillingCycles cycles, ISettings settings)
{
    /// <returns>A refusal names <c>billing_cycle_id</c>, <c>cycle_qty</c>, <c>duration_months</c> or <c>renew_days</c>.</returns>
    public async Task<Result<RenewalOffer>> Find(RenewalRequest request, CancellationToken ct)
    {
        var inThirties = await settings.SellsThirties(ct);
        if (request.BillingCycleId < 0)
            return Error.Validation("billing_cycle_id", "must not be negative");

        if (request.BillingCycleId > 0)
            return await ByCycle(request, inThirties, ct);

        var time = Renewal.ByTime(request.Months, request.Days, inThirties);
        return time.Map(sold => new RenewalOffer(sold, Math.Max(request.Months, sold.Months), 0, 0));
    }

    private async Task<Result<RenewalOffer>> ByCycle(RenewalRequest request, bool inThirties, CancellationToken ct)
    {
        if (await cycles.Find(new BillingCycleId(request.BillingCycleId), ct) is not { } cycle)
            return CatalogErrors.BillingCycleNotFound.In("billing_cycle_id");

        var time = Renewal.ByCycle(cycle, request.CycleQty, inThirties);
        if (!time.IsSuccess)
            return time.Error;

        var qty = Math.Max(request.CycleQty, 1);
        return request.Months > 0 && request.Months != cycle.Months * qty
            ? Error.Validation("duration_months", $"the billing cycle lasts {cycle.Months * qty} months")
            : new RenewalOffer(time.Value, cycle.Months * qty, cycle.Id.Value, qty);
    }
}
