using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Application.Sales.Catalog.Commands;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Sales.Catalog;

public sealed class CatalogReadTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Fact]
    public async Task The_catalog_shows_what_the_single_lists_show()
    {
        await Shop.Open(app);
        var user = await app.NewUser();

        var catalog = (await user.Http.Get("/api/v1/catalog")).Ok;

        foreach (var (part, path) in new[]
        {
            ("plan_groups", "plan-groups"), ("packages", "packages"), ("billing_cycles", "billing-cycles"),
        })
        {
            var items = (await user.Http.Get($"/api/v1/{path}")).Ok["items"];
            catalog[part]!.AsArray().Should().NotBeEmpty();
            JsonNode.DeepEquals(catalog[part], items).Should().BeTrue(part);
        }

        catalog["regions"]!.AsArray().Should().NotBeEmpty();
        catalog["system_images"]!.AsArray().Should().NotBeEmpty();
    }

    [Fact]
    public async Task A_package_and_its_group_have_the_documented_fields()
    {
        var shop = await Shop.Open(app);
        var user = await app.NewUser();

        var group = (await user.Http.Get($"/api/v1/plan-groups?region_id={shop.Region.Value}")).Ok["items"]!.AsArray().Single()!;
        var package = (await user.Http.Get($"/api/v1/packages?plan_group_id={shop.Group.Value}")).Ok["items"]!.AsArray().Single()!;

        group.AsObject().Select(field => field.Key).Should().Equal(
            "id", "region_id", "name", "line_id", "unit_core", "unit_mem", "unit_disk", "unit_bw",
            "add_core_min", "add_core_max", "add_core_step", "add_mem_min", "add_mem_max", "add_mem_step",
            "add_disk_min", "add_disk_max", "add_disk_step", "add_bw_min", "add_bw_max", "add_bw_step",
            "active", "visible", "capacity_remaining", "sort_order");
        package.AsObject().Select(field => field.Key).Should().Equal(
            "id", "plan_group_id", "product_id", "name", "cores", "memory_gb", "disk_gb", "bandwidth_mbps", "cpu_model", "monthly_price",
            "port_num", "sort_order", "active", "visible", "capacity_remaining");
        ((decimal)group["unit_core"]!).Should().Be(5m);
        ((decimal)package["monthly_price"]!).Should().Be(15m);
    }

    [Fact]
    public async Task A_hidden_group_hides_its_packages_and_images()
    {
        var shop = await Shop.Open(app);
        var user = await app.NewUser();
        await app.Send(new UpdatePlanGroup(shop.Group, new PlanGroupFields(Visible: false)));

        (await Items(user, $"plan-groups?region_id={shop.Region.Value}")).Should().BeEmpty();
        (await Items(user, $"packages?plan_group_id={shop.Group.Value}")).Should().BeEmpty();
        (await Items(user, $"system-images?plan_group_id={shop.Group.Value}")).Should().BeEmpty();
        (await Shown(user)).Should().NotContain(shop.Package.Value);
    }

    [Fact]
    public async Task Images_are_those_of_the_line_and_enabled()
    {
        var (shop, other) = (await Shop.Open(app), await Shop.Open(app));
        var user = await app.NewUser();

        (await Ids(user, $"system-images?line_id={shop.LineId}")).Should().Equal(shop.Image.Value);
        (await Ids(user, $"system-images?plan_group_id={shop.Group.Value}")).Should().Equal(shop.Image.Value);
        (await Ids(user, "system-images")).Should().Contain(other.Image.Value);

        await app.Send(new UpdateSystemImage(shop.Image, new SystemImageFields(Enabled: false)));
        (await Items(user, $"system-images?line_id={shop.LineId}")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("plan-groups?region_id=undefined")]
    [InlineData("packages?plan_group_id=")]
    [InlineData("system-images?line_id=99999999999999999999")]
    public async Task A_filter_that_is_no_number_filters_nothing(string path)
    {
        await Shop.Open(app);

        (await Items(await app.NewUser(), path)).Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("/api/v1/catalog")]
    [InlineData("/api/v1/plan-groups")]
    [InlineData("/api/v1/packages")]
    [InlineData("/api/v1/system-images")]
    [InlineData("/api/v1/billing-cycles")]
    [InlineData("/api/v1/cart")]
    public async Task Nobody_reads_without_a_token(string path)
    {
        (await app.Anonymous.Get(path)).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_change_is_in_the_next_answer_of_this_node_and_soon_in_that_of_another()
    {
        var shop = await Shop.Open(app, groupStock: 5);
        var user = await app.NewUser();
        var elsewhere = app.Client(user.Token, app.AddNode());
        (await Stock(user.Http, shop)).Should().Be(5);
        (await Stock(elsewhere, shop)).Should().Be(5);

        await app.Send(new UpdatePlanGroup(shop.Group, new PlanGroupFields(CapacityRemaining: 4)));

        (await Stock(user.Http, shop)).Should().Be(4);
        app.Clock.Advance(TimeSpan.FromSeconds(4));
        (await Stock(elsewhere, shop)).Should().Be(4);
    }

    [Fact]
    public async Task A_deleted_package_is_gone_from_the_next_answer()
    {
        var shop = await Shop.Open(app);
        var user = await app.NewUser();
        (await Shown(user)).Should().Contain(shop.Package.Value);

        await app.Send(new DeletePackages([shop.Package]));

        (await Shown(user)).Should().NotContain(shop.Package.Value);
    }

    private static async Task<JsonArray> Items(Person person, string path) =>
        (await person.Http.Get($"/api/v1/{path}")).Ok["items"]!.AsArray();

    private static async Task<IEnumerable<long>> Ids(Person person, string path) =>
        (await Items(person, path)).Select(item => (long)item!["id"]!);

    /// <summary>The packages in the catalog.</summary>
    private static async Task<IEnumerable<long>> Shown(Person person) =>
        (await person.Http.Get("/api/v1/catalog")).Ok["packages"]!.AsArray().Select(package => (long)package!["id"]!);

    private static async Task<int> Stock(HttpClient http, Shop shop)
    {
        var groups = (await http.Get("/api/v1/catalog")).Ok["plan_groups"]!.AsArray();
        return (int)groups.Single(group => (long)group!["id"]! == shop.Group.Value)!["capacity_remaining"]!;
    }
}
