using FluentAssertions;
using VpsPanel.Testing;
using VpsPanel.WebApi.Commands;
using Xunit;

namespace VpsPanel.Functional.Tests.Sales.Catalog;

public sealed class SeedTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Fact]
    public async Task The_seed_is_sold_at_once_and_sown_once()
    {
        await SeedCatalog.Run(app.Services, default);
        await SeedCatalog.Run(app.Services, default);
        var user = await app.NewUser();

        var catalog = (await user.Http.Get("/api/v1/catalog")).Ok;
        catalog["regions"]!.AsArray().Should().HaveCount(2);
        catalog["plan_groups"]!.AsArray().Select(group => (long)group!["line_id"]!).Should().Equal(1, 3, 4, 5);
        catalog["packages"]!.AsArray().Should().HaveCount(28);
        catalog["system_images"]!.AsArray().Should().HaveCount(3);
        catalog["billing_cycles"]!.AsArray().Select(cycle => (decimal)cycle!["multiplier"]!).Should().Equal(1.0m, 2.8m, 10.0m);

        var bought = await user.Http.Post("/api/v1/cart", new
        {
            package_id = (long)catalog["packages"]!.AsArray()[0]!["id"]!,
            system_id = (long)catalog["system_images"]!.AsArray()[0]!["id"]!,
            spec = new
            {
                add_cores = 2,
                add_disk_gb = 10,
                billing_cycle_id = (long)catalog["billing_cycles"]!.AsArray()[2]!["id"]!,
                cycle_qty = 1,
            },
        });
        ((long)bought.Ok["package_id"]!).Should().Be((long)catalog["packages"]!.AsArray()[0]!["id"]!);
        ((int)bought.Ok["spec"]!["duration_months"]!).Should().Be((int)catalog["billing_cycles"]!.AsArray()[2]!["months"]!);
        ((decimal)bought.Ok["amount"]!).Should().Be((19m + (2 * 5) + (10 * 1)) * 10.0m, "package and add-ons times the cycle");
    }
}
