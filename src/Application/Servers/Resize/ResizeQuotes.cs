using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Resize;

/// <summary>The only judge of what a VPS can become and for what; the quote and the order ask it.</summary>
public sealed class ResizeQuotes(IOffers offers, IOrders orders, ISettings settings, TimeProvider clock)
{
    private static readonly IReadOnlySet<OrderItemId> NothingPaid = new HashSet<OrderItemId>();

    public async Task<Result<ResizeOffer>> Quote(Vps vps, ResizeRequest wish, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await Refusal(vps, wish, now, ct) is { } failure)
            return failure;

        if (await offers.Find(new PackageId(vps.PackageId), default, default, ct) is not { } current)
            return VpsErrors.NoPackage;

        var target = wish.Target.Value == 0 ? current : await offers.Find(wish.Target, default, default, ct);
        if (target is null)
            return CatalogErrors.In(CatalogErrors.PackageNotFound, "target_package_id");

        var addOns = wish.Spec?.AddOns ?? (wish.ResetAddons ? AddOns.None : vps.AddOns);
        if (Check(vps, current, target, addOns) is { } error)
            return error;

        var at = wish.ScheduledAt > now ? wish.ScheduledAt : null;
        return await Price(vps, (current, target), addOns, at, ct);
    }

    private async Task<Error?> Refusal(Vps vps, ResizeRequest wish, DateTimeOffset now, CancellationToken ct)
    {
        if (!await settings.IsOn(ResizeSettings.Enabled, ct))
            return VpsErrors.ResizeDisabled;

        if (wish.ScheduledAt is not null && !await settings.IsOn(ResizeSettings.ScheduledEnabled, ct))
            return VpsErrors.ResizeScheduleDisabled;

        if (wish.ScheduledAt is { } at && !vps.UnusedTime(at, NothingPaid).Any())
            return VpsErrors.InvalidSchedule;

        return vps.Usable(now).Error ?? (await orders.HasOpenChange(vps.Id, ct) ? OrderErrors.ChangePending : null);
    }

    private static Error? Check(Vps vps, Offer current, Offer target, AddOns addOns)
    {
        var (from, to) = (current.Package, target.Package);
        if (target.Group.Id != current.Group.Id)
            return VpsErrors.OtherPlanGroup;

        if (to.Id != from.Id && to.ProductId != 0 && to.ProductId == from.ProductId)
            return VpsErrors.SamePlan;

        if (target.Group.Check(addOns) is { } addOnError)
            return addOnError;

        var shape = Shape(to, addOns);
        if (shape == vps.Shape)
            return VpsErrors.SamePlan;

        return shape.DiskGb < vps.DiskGb ? VpsErrors.DiskShrinks : null;
    }

    /// <summary>Both sides at today's prices. What is scheduled is priced for the time that is left then.</summary>
    private async Task<ResizeOffer> Price(
        Vps vps, (Offer Current, Offer Target) offer, AddOns addOns, DateTimeOffset? at, CancellationToken ct)
    {
        var (package, group) = (offer.Target.Package, offer.Target.Group);
        var (current, target) = (Pricing.Monthly(offer.Current.Package, group, vps.AddOns), Pricing.Monthly(package, group, addOns));
        var pricing = await settings.ResizePricing(ct);
        var when = at ?? clock.GetUtcNow();
        var unused = vps.UnusedTime(when, await orders.PaidItems(vps.Id, ct));
        var price = pricing.Quote(current, target, unused, when);
        var shape = Shape(package, addOns);
        var change = new VpsResize(
            vps.PackageId, vps.Shape, package.Id.Value, package.Name, shape, package.PortNum, addOns, target.Cents, price.Refund.Cents, at);
        var spec = new ResizeSpec(
            vps.Id.Value, new CartSpec(addOns.Cores, addOns.MemoryGb, addOns.DiskGb, addOns.BandwidthMbps), vps.PackageId, package.Id.Value,
            shape.Cpu, shape.MemoryGb, shape.DiskGb, shape.BandwidthMbps, price.Charge.Cents, price.Refund.Cents, pricing.Refunds, at);
        return new ResizeOffer(change, spec, price.Charge);
    }

    private static VpsSize Shape(Package package, AddOns addOns) => new(
        package.Cores + addOns.Cores,
        package.MemoryGb + addOns.MemoryGb,
        package.DiskGb + addOns.DiskGb,
        package.BandwidthMbps + addOns.BandwidthMbps);
}
