using System.Net;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Application.Servers;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Functional.Tests.Sales.Catalog;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Servers;

/// <summary>How long sold time is and what it costs: months of the calendar, cycles and days.</summary>
public sealed class DurationTests(Hosting hosting) : IClassFixture<Hosting>, IAsyncLifetime
{
    private static readonly TimeSpan Close = TimeSpan.FromMinutes(10);

    private readonly PanelApp _app = hosting.App;

    public Task InitializeAsync()
    {
        hosting.Upstream.Simulator.Reset();
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => hosting.Set((BillingSettings.TimeZone, "UTC"), (RenewalSettings.MonthMode, "calendar"));

    [Fact]
    public async Task A_vps_bought_on_31_january_ends_on_the_last_of_february_and_then_on_31_march()
    {
        var bought = AdvanceTo(month: 1, day: 31, hour: 10);
        var (owner, vps) = await hosting.PaidVps();
        var february = new DateTimeOffset(bought.Year, 2, DateTime.DaysInMonth(bought.Year, 2), 10, 0, 0, TimeSpan.Zero);
        (await hosting.ExpiryOf(vps)).Should().BeCloseTo(february, Close);

        await hosting.Settle(owner, (await owner.Do(vps, "renew", new { duration_months = 1 })).Ok);

        (await hosting.ExpiryOf(vps)).Should().BeCloseTo(new DateTimeOffset(bought.Year, 3, 31, 10, 0, 0, TimeSpan.Zero), Close);
        (await hosting.Vps<int>(vps, "anchor_day")).Should().Be(31);
    }

    [Fact]
    public async Task The_months_are_those_of_the_shops_time_zone()
    {
        await hosting.Set((BillingSettings.TimeZone, "Asia/Shanghai"));
        var bought = AdvanceTo(month: 1, day: 31, hour: 17);

        var (_, vps) = await hosting.PaidVps();

        (await hosting.Vps<int>(vps, "anchor_day")).Should().Be(1, "it is 1 February in Shanghai");
        var until = new DateTimeOffset(bought.Year, 3, 1, 1, 0, 0, TimeSpan.FromHours(8));
        (await hosting.ExpiryOf(vps)).Should().BeCloseTo(until, Close);
    }

    [Fact]
    public async Task An_admins_change_of_the_expiry_moves_the_day_on_which_months_begin()
    {
        var (owner, vps) = await hosting.PaidVps();
        var admin = await _app.NewAdmin("*");
        var year = _app.Clock.GetUtcNow().Year + 2;
        _ = (await admin.Http.Patch($"/admin/api/v1/vps/{vps}/expire-at", new { expire_at = $"{year}-05-31T08:00:00Z" })).Ok;

        await hosting.Settle(owner, (await owner.Do(vps, "renew", new { duration_months = 1 })).Ok);
        (await hosting.ExpiryOf(vps)).Should().Be(new DateTimeOffset(year, 6, 30, 8, 0, 0, TimeSpan.Zero));
        await hosting.Settle(owner, (await owner.Do(vps, "renew", new { duration_months = 1 })).Ok);
        (await hosting.ExpiryOf(vps)).Should().Be(new DateTimeOffset(year, 7, 31, 8, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_row_without_an_anchor_day_goes_by_the_day_of_its_end()
    {
        var (owner, vps) = await hosting.PaidVps();
        var year = _app.Clock.GetUtcNow().Year + 2;
        await _app.Change("vps", $"anchor_day = null, expire_at = '{year}-08-31T08:00:00Z'", "id", vps);

        await hosting.Settle(owner, (await owner.Do(vps, "renew", new { duration_months = 6 })).Ok);

        (await hosting.ExpiryOf(vps)).Date.Should().Be(new DateTime(year + 1, 2, DateTime.DaysInMonth(year + 1, 2)));
    }

    [Fact]
    public async Task A_renewal_by_cycle_costs_what_the_cycle_costs_and_lasts_its_months()
    {
        var (owner, vps) = await hosting.PaidVps();
        var yearly = await Cycle(new BillingCycleTerms("Yearly", 12, 10m, 1, 2, true, 0));
        var before = await hosting.ExpiryOf(vps);

        var order = (await owner.Do(vps, "renew", new { billing_cycle_id = yearly, cycle_qty = 2 })).Ok;
        ((decimal)order["total_amount"]!).Should().Be(998.00m);
        await hosting.Settle(owner, order);

        (await hosting.ExpiryOf(vps)).Should().Be(await hosting.Later(vps, before, 24));
        var spec = (await owner.Http.Get($"/api/v1/orders/{order["id"]}")).Ok["items"]![0]!["spec"]!;
        ((long)spec["billing_cycle_id"]!).Should().Be(yearly);
        ((int)spec["cycle_qty"]!).Should().Be(2);
        ((int)spec["duration_months"]!).Should().Be(24);
        await hosting.TheMoneyIsRight();
    }

    [Fact]
    public async Task A_cycle_that_is_not_sold_is_refused_by_its_field()
    {
        var (owner, vps) = await hosting.PaidVps();
        var yearly = await Cycle(new BillingCycleTerms("Yearly", 12, 10m, 1, 2, true, 0));
        var gone = await Cycle(new BillingCycleTerms("Gone", 1, 1m, 1, 2, false, 0));

        (await owner.Do(vps, "renew", new { billing_cycle_id = 424242 })).ShouldName("billing_cycle_id", HttpStatusCode.NotFound);
        (await owner.Do(vps, "renew", new { billing_cycle_id = -1 })).ShouldName("billing_cycle_id");
        (await owner.Do(vps, "renew", new { billing_cycle_id = gone })).ShouldName("billing_cycle_id");
        (await owner.Do(vps, "renew", new { billing_cycle_id = yearly, cycle_qty = 3 })).ShouldName("cycle_qty");
        (await owner.Do(vps, "renew", new { billing_cycle_id = yearly, duration_months = 6 })).ShouldName("duration_months");
        (await owner.Do(vps, "renew", new { duration_months = 601 })).ShouldName("duration_months");
        (await owner.Do(vps, "renew", new { renew_days = -1 })).ShouldName("renew_days");
        (await hosting.OpenOrders(vps)).Should().Be(0);
        _ = (await owner.Do(vps, "renew", new { billing_cycle_id = yearly, duration_months = 12 })).Ok;
    }

    [Fact]
    public async Task In_the_old_arithmetic_a_month_has_thirty_days_and_days_are_begun_months()
    {
        await hosting.Set((RenewalSettings.MonthMode, "days30"), (BillingSettings.TimeZone, "Europe/Berlin"));
        var (owner, vps) = await hosting.PaidVps();
        var before = await hosting.ExpiryOf(vps);

        var order = (await owner.Do(vps, "renew", new { renew_days = 31 })).Ok;
        ((decimal)order["total_amount"]!).Should().Be(99.80m);
        await hosting.Settle(owner, order);

        (await hosting.ExpiryOf(vps)).Should().Be(before.AddDays(60));
    }

    [Theory]
    [InlineData("Mars/Olympus")]
    [InlineData("China Standard Time")]
    [InlineData("asia/shanghai")]
    [InlineData("right/UTC")]
    [InlineData("../../etc/hostname")]
    [InlineData("localtime")]
    [InlineData("")]
    public async Task A_time_zone_that_is_none_is_refused_by_its_key(string zone)
    {
        var admin = await _app.NewAdmin("*");

        var refused = await admin.Http.Patch("/admin/api/v1/settings", new { key = "billing_time_zone", value = zone });

        refused.ShouldName("billing_time_zone");
    }

    [Fact]
    public async Task A_bigger_package_in_a_yearly_period_costs_its_share_of_the_years_difference()
    {
        var shop = await Shop.Open(_app);
        var big = await hosting.Package(shop, 2000);
        var (owner, vps) = await hosting.PaidVps(shop, months: 12, pricedDays: 300);

        var quote = (await owner.Do(vps, "resize/quote", new { target_package_id = big.Value })).Ok["quote"]!;
        ((decimal)quote["charge_amount"]!).Should().BeInRange(49.98m, 50.00m, "the big one costs 50.00 more for the whole year");

        await hosting.Expires(vps, await hosting.ExpiryOf(vps) - _app.Clock.GetUtcNow() - TimeSpan.FromDays(73));
        quote = (await owner.Do(vps, "resize/quote", new { target_package_id = big.Value })).Ok["quote"]!;
        ((decimal)quote["charge_amount"]!).Should().BeInRange(39.95m, 40.05m, "a fifth of the year has gone");
    }

    private async Task<long> Cycle(BillingCycleTerms terms) => await _app.Work(async services =>
    {
        var cycle = BillingCycle.Create(terms).Value;
        await services.GetRequiredService<IBillingCycles>().Add(cycle, default);
        return cycle.Id.Value;
    });

    /// <summary>The clock only goes on: to this hour of the next year that has it.</summary>
    private DateTimeOffset AdvanceTo(int month, int day, int hour)
    {
        var now = _app.Clock.GetUtcNow();
        var then = new DateTimeOffset(now.Year + 1, month, day, hour, 0, 0, TimeSpan.Zero);
        _app.Clock.Advance(then - now);
        return then;
    }
}
