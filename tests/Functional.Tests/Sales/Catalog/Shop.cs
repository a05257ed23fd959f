using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Testing;

namespace VpsPanel.Functional.Tests.Sales.Catalog;

/// <summary>One package on one line with one image and a quarterly cycle, all on sale.</summary>
internal sealed record Shop(
    RegionId Region, PlanGroupId Group, long LineId, PackageId Package, SystemImageId Image, BillingCycleId Quarterly)
{
    private static int _numbers;

    public OrderLineRequest Line(int qty = 1, CartSpec? spec = null) => new(Package, Image, spec, qty);

    public static Task<Shop> Open(
        PanelApp app, int groupStock = Stock.Unlimited, int packageStock = Stock.Unlimited) => app.Work(async services =>
    {
        var number = Interlocked.Increment(ref _numbers);
        var region = VpsPanel.Domain.Sales.Catalog.Region.Create(new RegionTerms($"area-{number}", $"Area {number}", true)).Value;
        await services.GetRequiredService<IRegions>().Add(region, default);

        var group = PlanGroup.Create(new PlanGroupTerms(
            region.Id, $"Line {number}", number, AddOn(500), AddOn(400), AddOn(100), AddOn(1000), true, true, groupStock, 0)).Value;
        await services.GetRequiredService<IPlanGroups>().Add(group, default);

        var package = VpsPanel.Domain.Sales.Catalog.Package.Create(new PackageTerms(
            group.Id, 1, "2C4G", 2, 4, 40, 10, "EPYC", Money.Yuan(1500), 30, 0, true, true, packageStock)).Value;
        await services.GetRequiredService<IPackages>().Add(package, default);

        var image = SystemImage.Create(new SystemImageTerms(0, "Debian 12", SystemImageType.Linux, true)).Value;
        image.OfferOn(number);
        await services.GetRequiredService<ISystemImages>().Add(image, default);

        var cycle = BillingCycle.Create(new BillingCycleTerms("quarterly", 3, 2.8m, 1, 12, true, 0)).Value;
        await services.GetRequiredService<IBillingCycles>().Add(cycle, default);
        return new Shop(region.Id, group.Id, number, package.Id, image.Id, cycle.Id);
    });

    private static AddOnTerms AddOn(long cents) => new(Money.Yuan(cents), 0, 0, 0);
}
