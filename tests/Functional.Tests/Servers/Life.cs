using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Application.Servers;
using VpsPanel.Application.Servers.Refund;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Domain.Servers;
using VpsPanel.Functional.Tests.Sales.Catalog;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Infrastructure.Checks;
using VpsPanel.Testing;

namespace VpsPanel.Functional.Tests.Servers;

/// <summary>VPS that were paid for, in a shop with a bigger package, and what their owners order for them.</summary>
internal static class Life
{
    public const long Price = 4990;

    /// <summary>An owner with money left and a running VPS that they paid from their wallet.</summary>
    public static async Task<(Person Owner, long Vps)> PaidVps(
        this Hosting hosting, Shop? shop = null, long extraCents = 1_000_000, int months = 1, decimal pricedDays = 0)
    {
        var owner = await hosting.App.NewUser();
        await hosting.App.Fund(owner, Price + extraCents);
        var plan = shop is null ? Hosting.Plan : Hosting.Plan with
        {
            PlanGroupId = shop.Group.Value, PackageId = shop.Package.Value, PackageName = "2C4G", Cpu = 2, MemoryGb = 4, DiskGb = 40,
            BandwidthMbps = 10, MonthlyPriceCents = 1500,
        };
        var order = await hosting.PlaceOrder(owner, plan: plan with { Months = months, PricedDays = pricedDays }, spec: "{}");
        _ = (await owner.Pay(order.Value)).Ok;
        await hosting.Reach(order, "active");
        return (owner, await hosting.VpsOf(order));
    }

    /// <summary>A second package of the shop's group.</summary>
    public static Task<PackageId> Package(
        this Hosting hosting, Shop shop, long cents, int disk = 40, int stock = Stock.Unlimited,
        int product = 2) => hosting.App.Work(async services =>
    {
        var package = VpsPanel.Domain.Sales.Catalog.Package.Create(new PackageTerms(
            shop.Group, product, "4C8G", 4, 8, disk, 10, "EPYC", Money.Yuan(cents), 30, 0, true, true, stock)).Value;
        await services.GetRequiredService<IPackages>().Add(package, default);
        return package.Id;
    });

    public static Task<Reply> Do(this Person person, long vps, string what, object? body = null) =>
        person.Http.Post($"/api/v1/vps/{vps}/{what}", body);

    /// <summary>Pays the order from the wallet and waits until it has come to its end.</summary>
    public static async Task<OrderId> Settle(this Hosting hosting, Person owner, JsonNode order, string end = "active")
    {
        var id = new OrderId((long)order["id"]!);
        _ = (await owner.Pay(id.Value)).Ok;
        await hosting.Reach(id, end);
        return id;
    }

    public static Task<T> Vps<T>(this Hosting hosting, long vps, string column) =>
        hosting.App.Scalar<T>($"select {column} from vps where id = $1", vps);

    public static async Task<DateTimeOffset> ExpiryOf(this Hosting hosting, long vps) =>
        new(await hosting.App.Scalar<DateTime>("select expire_at at time zone 'utc' from vps where id = $1", vps), TimeSpan.Zero);

    public static Task<long> OpenOrders(this Hosting hosting, long vps) =>
        hosting.App.Scalar<long>("select count(*) from orders where open_vps_id = $1", vps);

    /// <summary>What its owner would get for it now.</summary>
    public static Task<long> UnusedCents(this Hosting hosting, long vps) => hosting.App.Work(async services =>
    {
        var row = await services.GetRequiredService<IVpsRepository>().Find(new VpsId(vps), default);
        return (await services.GetRequiredService<RefundCalculator>().Due(row!, default)).Cents;
    });

    public static Task<long> Refunded(this Hosting hosting, long vps) =>
        hosting.App.Scalar<long>("select coalesce(sum(refunded_cents), 0)::bigint from order_items where vps_id = $1", vps);

    /// <summary>Moves the whole life of the VPS, so that this much of it is left.</summary>
    public static Task Expires(this Hosting hosting, long vps, TimeSpan left) => hosting.App.Scalar<long>(
        $"""
        with life as (select expire_at, timestamptz '{hosting.App.Clock.GetUtcNow() + left:O}' - expire_at as move from vps where id = $1),
             periods as (
                 update vps_periods set starts_at = starts_at + life.move, ends_at = ends_at + life.move from life
                 where vps_id = $1 returning 1)
        update vps set expire_at = life.expire_at + life.move from life where id = $1 returning id
        """,
        vps);

    /// <summary>So many calendar months of the VPS later, in UTC as the tests' settings have it.</summary>
    public static async Task<DateTimeOffset> Later(this Hosting hosting, long vps, DateTimeOffset from, int months = 1) =>
        BillingCalendar.Utc.AddMonths(from, await hosting.Vps<int>(vps, "anchor_day"), months);

    /// <summary>Every invariant that does not ask the upstream, whose VPS come and go between these tests.</summary>
    public static async Task TheMoneyIsRight(this Hosting hosting)
    {
        foreach (var invariant in hosting.App.Services.GetServices<IInvariant>().Where(one => !one.Name.Contains("upstream")))
            (await invariant.Violations(default)).Should().BeEmpty(invariant.Name);
    }
}
