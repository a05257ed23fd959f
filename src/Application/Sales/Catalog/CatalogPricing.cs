using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog;

/// <summary>The only judge of what can be bought and for what; the cart and the orders ask it.</summary>
public sealed class CatalogPricing(IOffers offers, UnlimitedStock unlimited)
{
    public const int MaxQty = 100;

    /// <returns>
    /// The line, or a refusal that names the field: <c>package_id</c>, <c>system_id</c>, <c>add_*</c>, <c>billing_cycle_id</c>,
    /// <c>cycle_qty</c> or <c>qty</c>; <c>stock.sold_out</c> when not so many are left.
    /// </returns>
    public async Task<Result<PricedLine>> Price(OrderLineRequest wanted, CancellationToken ct)
    {
        var qty = Math.Max(wanted.Qty, 1);
        if (qty > MaxQty)
            return Error.Validation("qty", $"qty must be at most {MaxQty}");

        var spec = wanted.Spec ?? new CartSpec();
        var offer = await offers.Find(wanted.PackageId, wanted.SystemId, new BillingCycleId(spec.BillingCycleId), ct);

        // What is not on sale is reported as missing, so that a hidden package cannot be told from none.
        if (offer is null || !offer.Package.IsOnSale || !offer.Group.IsOnSale)
            return CatalogErrors.PackageNotFound.In("package_id");

        if (CheckChoices(offer, spec) is { } error)
            return error;

        var quote = Pricing.Quote(offer.Package, offer.Group, offer.Cycle, spec.AddOns, spec.CycleQty);
        if (!quote.IsSuccess)
            return quote.Error;

        if (!Stock.Has(offer.Group.CapacityRemaining, qty) || !Stock.Has(offer.Package.CapacityRemaining, qty))
            return CatalogErrors.SoldOut;

        unlimited.Note(offer);
        return Line(offer, spec, qty, quote.Value);
    }

    private static Error? CheckChoices(Offer offer, CartSpec spec)
    {
        if (offer.Image is not { Enabled: true } image)
            return CatalogErrors.SystemImageNotFound.In("system_id");

        if (!image.IsOfferedOn(offer.Group.LineId))
            return Error.Validation("system_id", "the image is not offered with this package", "system_image.not_offered");

        return spec.BillingCycleId != 0 && offer.Cycle is null
            ? CatalogErrors.BillingCycleNotFound.In("billing_cycle_id")
            : null;
    }

    private static PricedLine Line(Offer offer, CartSpec spec, int qty, Quote quote)
    {
        var (package, group) = (offer.Package, offer.Group);
        var host = new VpsPurchase(
            group.RegionId.Value,
            offer.Region.Name,
            group.Id.Value,
            group.LineId,
            package.Id.Value,
            package.Name,
            offer.Image!.Id.Value,
            offer.Image.Name,
            package.Cores + spec.AddCores,
            package.MemoryGb + spec.AddMemGb,
            package.DiskGb + spec.AddDiskGb,
            package.BandwidthMbps + spec.AddBwMbps,
            package.PortNum,
            quote.Monthly.Cents,
            quote.Months,
            PricedDays: quote.PricedDays);
        var priced = spec with { CycleQty = offer.Cycle is null ? 0 : quote.Cycles, DurationMonths = quote.Months };
        return new PricedLine(host, priced, qty, quote.Unit, quote.Unit * qty);
    }
}
