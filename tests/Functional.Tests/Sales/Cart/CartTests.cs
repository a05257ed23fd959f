using System.Net;
using FluentAssertions;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Application.Sales.Catalog.Commands;
using VpsPanel.Functional.Tests.Sales.Catalog;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Sales.Cart;

public sealed class CartTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Fact]
    public async Task A_line_is_priced_when_it_is_added_and_keeps_that_price()
    {
        var shop = await Shop.Open(app);
        var user = await app.NewUser();

        var line = (await user.Http.Post("/api/v1/cart", Body(shop, qty: 3, cycle: true))).Ok;
        await app.Send(new UpdatePackage(shop.Package, new PackageFields(MonthlyPrice: new Yuan(999900))));

        var kept = (await user.Http.Get("/api/v1/cart")).Ok["items"]!.AsArray().Single()!;
        kept.AsObject().Select(field => field.Key).Should().Equal(
            "id", "user_id", "package_id", "system_id", "spec", "qty", "amount", "created_at", "updated_at");
        kept["spec"]!.AsObject().Select(field => field.Key).Should().Equal(
            "add_cores", "add_mem_gb", "add_disk_gb", "add_bw_mbps", "billing_cycle_id", "cycle_qty", "duration_months");
        ((decimal)line["amount"]!).Should().Be(277.20m);
        ((decimal)kept["amount"]!).Should().Be(277.20m);
        ((int)kept["spec"]!["duration_months"]!).Should().Be(3);
        ((long)kept["user_id"]!).Should().Be(user.Id.Value);
    }

    [Fact]
    public async Task Equal_lines_stay_apart_and_the_newest_is_first()
    {
        var shop = await Shop.Open(app);
        var user = await app.NewUser();
        var first = (long)(await user.Http.Post("/api/v1/cart", Body(shop))).Ok["id"]!;
        var second = (long)(await user.Http.Post("/api/v1/cart", Body(shop))).Ok["id"]!;

        var items = (await user.Http.Get("/api/v1/cart")).Ok["items"]!.AsArray();

        items.Select(item => (long)item!["id"]!).Should().Equal(second, first);
    }

    [Fact]
    public async Task A_change_keeps_what_it_does_not_mention_and_takes_the_price_of_today()
    {
        var shop = await Shop.Open(app);
        var user = await app.NewUser();
        var id = (long)(await user.Http.Post("/api/v1/cart", Body(shop, cycle: true))).Ok["id"]!;
        await app.Send(new UpdatePackage(shop.Package, new PackageFields(MonthlyPrice: new Yuan(2500))));

        var more = (await user.Http.Patch($"/api/v1/cart/{id}", new { qty = 2 })).Ok;
        ((int)more["qty"]!).Should().Be(2);
        ((int)more["spec"]!["add_cores"]!).Should().Be(2);
        ((decimal)more["amount"]!).Should().Be(240.80m);

        var plain = (await user.Http.Patch($"/api/v1/cart/{id}", new { spec = new { add_cores = 1 } })).Ok;
        ((int)plain["qty"]!).Should().Be(2);
        ((decimal)plain["amount"]!).Should().Be(60m);
    }

    [Fact]
    public async Task A_stranger_finds_no_line()
    {
        var shop = await Shop.Open(app);
        var (owner, stranger) = (await app.NewUser(), await app.NewUser());
        var id = (long)(await owner.Http.Post("/api/v1/cart", Body(shop))).Ok["id"]!;

        var changed = await stranger.Http.Patch($"/api/v1/cart/{id}", new { qty = 2 });
        changed.Status.Should().Be(HttpStatusCode.NotFound);
        changed.Code.Should().Be("cart.not_found");
        (await stranger.Http.Delete($"/api/v1/cart/{id}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await stranger.Http.Delete("/api/v1/cart")).Status.Should().Be(HttpStatusCode.OK);
        (await stranger.Http.Get("/api/v1/cart")).Ok["items"]!.AsArray().Should().BeEmpty();
        (await owner.Http.Get("/api/v1/cart")).Ok["items"]!.AsArray().Should().ContainSingle();
    }

    [Fact]
    public async Task Lines_are_removed_one_by_one_or_all_at_once()
    {
        var shop = await Shop.Open(app);
        var user = await app.NewUser();
        var id = (long)(await user.Http.Post("/api/v1/cart", Body(shop))).Ok["id"]!;
        await user.Http.Post("/api/v1/cart", Body(shop));
        await user.Http.Post("/api/v1/cart", Body(shop));

        (await user.Http.Delete($"/api/v1/cart/{id}")).Ok["ok"]!.GetValue<bool>().Should().BeTrue();
        (await user.Http.Delete($"/api/v1/cart/{id}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await user.Http.Get("/api/v1/cart")).Ok["items"]!.AsArray().Should().HaveCount(2);
        (await user.Http.Delete("/api/v1/cart")).Status.Should().Be(HttpStatusCode.OK);
        (await user.Http.Get("/api/v1/cart")).Ok["items"]!.AsArray().Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{}""", HttpStatusCode.NotFound, "package_id")]
    [InlineData("""{"package_id":P,"system_id":999999}""", HttpStatusCode.NotFound, "system_id")]
    [InlineData("""{"package_id":P,"system_id":S,"qty":101}""", HttpStatusCode.BadRequest, "qty")]
    [InlineData("""{"package_id":P,"system_id":S,"spec":{"add_cores":-1}}""", HttpStatusCode.BadRequest, "add_cores")]
    [InlineData("""{"package_id":P,"system_id":S,"spec":{"billing_cycle_id":999999}}""", HttpStatusCode.NotFound, "billing_cycle_id")]
    [InlineData("""{"package_id":P,"system_id":S,"spec":{"billing_cycle_id":C,"cycle_qty":13}}""", HttpStatusCode.BadRequest, "cycle_qty")]
    [InlineData("""{"package_id":P,"system_id":S,"spec":{"add_cores":1.5}}""", HttpStatusCode.BadRequest, "spec.add_cores")]
    [InlineData("""{"package_id":P,"system_id":S,"spec":{"add_cores":99999999999}}""", HttpStatusCode.BadRequest, "spec.add_cores")]
    public async Task What_cannot_be_bought_is_refused_by_field(string body, HttpStatusCode status, string field)
    {
        var shop = await Shop.Open(app);
        var user = await app.NewUser();

        var refused = await user.Http.Post("/api/v1/cart", body
            .Replace("P,", $"{shop.Package.Value},").Replace("S,", $"{shop.Image.Value},").Replace("S}", $"{shop.Image.Value}}}")
            .Replace("C,", $"{shop.Quarterly.Value},"));

        refused.Status.Should().Be(status, refused.Text);
        refused.ShouldName(field, status);
    }

    [Fact]
    public async Task Numbers_may_come_as_text()
    {
        var shop = await Shop.Open(app);
        var user = await app.NewUser();

        var line = (await user.Http.Post(
            "/api/v1/cart", $$"""{"package_id":"{{shop.Package.Value}}","system_id":"{{shop.Image.Value}}","qty":"2"}""")).Ok;

        ((int)line["qty"]!).Should().Be(2);
    }

    [Fact]
    public async Task A_cart_holds_fifty_lines_also_under_parallel_adds()
    {
        var shop = await Shop.Open(app);
        var user = await app.NewUser();

        var replies = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => user.Http.Post("/api/v1/cart", Body(shop))));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).Should().Be(50);
        replies.Where(reply => reply.Status != HttpStatusCode.OK).Should().OnlyContain(reply => reply.Code == "cart.full");
        (await app.Scalar<long>($"select count(*) from cart_items where user_id = {user.Id.Value}")).Should().Be(50);
    }

    [Fact]
    public async Task A_deleted_package_takes_its_lines_along()
    {
        var shop = await Shop.Open(app);
        var user = await app.NewUser();
        await user.Http.Post("/api/v1/cart", Body(shop));

        await app.Send(new DeletePackages([shop.Package]));

        (await user.Http.Get("/api/v1/cart")).Ok["items"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task Who_adds_while_the_package_goes_finds_none()
    {
        for (var round = 0; round < 5; round++)
        {
            var shop = await Shop.Open(app);
            var users = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => app.NewUser()));

            var adds = users.Select(user => user.Http.Post("/api/v1/cart", Body(shop))).ToList();
            await app.Send(new DeletePackages([shop.Package]));

            foreach (var reply in await Task.WhenAll(adds))
                reply.Status.Should().BeOneOf([HttpStatusCode.OK, HttpStatusCode.NotFound], reply.Text);

            (await app.Scalar<long>($"select count(*) from cart_items where package_id = {shop.Package.Value}")).Should().Be(0);
        }
    }

    private static object Body(Shop shop, int qty = 1, bool cycle = false) => new
    {
        package_id = shop.Package.Value,
        system_id = shop.Image.Value,
        spec = cycle ? new { add_cores = 2, add_mem_gb = 2, billing_cycle_id = shop.Quarterly.Value, cycle_qty = 1 } : null,
        qty,
    };
}
