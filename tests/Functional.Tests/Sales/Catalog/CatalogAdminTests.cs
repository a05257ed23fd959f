using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Sales.Catalog;

public sealed class CatalogAdminTests(PanelApp app) : IClassFixture<PanelApp>
{
    private const string Admin = "/admin/api/v1";

    private static int _number = 1000;

    public static TheoryData<string> Paths => ["regions", "plan-groups", "lines", "packages", "billing-cycles", "system-images"];

    public static TheoryData<string, string> Modules => new()
    {
        { "regions", "regions" },
        { "plan-groups", "plan_group" },
        { "lines", "line" },
        { "packages", "packages" },
        { "billing-cycles", "billing_cycle" },
        { "system-images", "system_image" },
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_kind_is_made_changed_listed_and_deleted(string path)
    {
        var admin = await Primary();
        var shop = await Shop.Open(app);
        var body = Fields(path, shop);

        var made = (await admin.Http.Post($"{Admin}/{path}", body)).Ok;
        var id = (long)made["id"]!;
        var changed = (await admin.Http.Patch($"{Admin}/{path}/{id}", new { name = "Renamed" })).Ok;
        var listed = (await admin.Http.Get($"{Admin}/{path}")).Ok["items"]!.AsArray().Single(item => (long)item!["id"]! == id)!;

        foreach (var (field, value) in made.AsObject().Where(field => field.Key is not ("name" or "updated_at")))
            JsonNode.DeepEquals(changed[field], value).Should().BeTrue($"{field} of {changed} was {value}");

        foreach (var (field, value) in changed.AsObject().Where(field => field.Key is not ("updated_at" or "multiplier")))
            JsonNode.DeepEquals(listed[field], value).Should().BeTrue($"{field} of {listed} was {value}");

        ((string)listed["name"]!).Should().Be("Renamed");
        (await admin.Http.Delete($"{Admin}/{path}/{id}")).Ok["ok"]!.GetValue<bool>().Should().BeTrue();
        (await admin.Http.Delete($"{Admin}/{path}/{id}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await admin.Http.Patch($"{Admin}/{path}/{id}", new { name = "x" })).Status.Should().Be(HttpStatusCode.NotFound);
        var audited = await app.Scalar<long>($"select count(*) from audit_logs where target_id = '{id}' and admin_id = {admin.Id.Value}");
        audited.Should().Be(3);
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public async Task Every_route_needs_its_own_permission(string path, string module)
    {
        await Primary();
        var none = await app.NewAdmin("order.list");
        var calls = new (string Verb, HttpMethod Method, string Path)[]
        {
            ("list", HttpMethod.Get, path),
            ("create", HttpMethod.Post, path),
            ("update", HttpMethod.Patch, $"{path}/999999"),
            ("delete", HttpMethod.Delete, $"{path}/999999"),
            ("bulk_delete", HttpMethod.Post, $"{path}/bulk-delete"),
        };

        foreach (var call in calls)
        {
            var refused = await none.Http.Call(call.Method, $"{Admin}/{call.Path}", call.Method == HttpMethod.Get ? null : new { });
            refused.Code.Should().Be("auth.permission_denied", call.Verb);

            var granted = await app.NewAdmin($"{module}.{call.Verb}");
            var reply = await granted.Http.Call(call.Method, $"{Admin}/{call.Path}", call.Method == HttpMethod.Get ? null : new { });
            reply.Status.Should().NotBe(HttpStatusCode.Forbidden, call.Verb);
        }

        (await (await app.NewUser()).Http.Get($"{Admin}/{path}")).Code.Should().Be("auth.admin_required");
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_bulk_delete_removes_all_or_none(string path)
    {
        var admin = await Primary();
        var shop = await Shop.Open(app);
        var first = (long)(await admin.Http.Post($"{Admin}/{path}", Fields(path, shop))).Ok["id"]!;
        var second = (long)(await admin.Http.Post($"{Admin}/{path}", Fields(path, shop))).Ok["id"]!;

        Task<Reply> Delete(params long[] ids) => admin.Http.Post($"{Admin}/{path}/bulk-delete", new { ids });

        (await Delete(first, 999_999)).Status.Should().Be(HttpStatusCode.NotFound);
        (await Ids(admin, path)).Should().Contain([first, second]);
        (await Delete(first, second, first)).Status.Should().Be(HttpStatusCode.OK);
        (await Ids(admin, path)).Should().NotContain([first, second]);

        var empty = await Delete();
        empty.Status.Should().Be(HttpStatusCode.BadRequest);
        ((string)empty.Json["error"]!).Should().Be("ids required");
        (await admin.Http.Post($"{Admin}/{path}/bulk-delete", new { })).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_is_in_use_stays()
    {
        var admin = await Primary();
        var shop = await Shop.Open(app);

        (await admin.Http.Delete($"{Admin}/regions/{shop.Region.Value}")).Code.Should().Be("region.in_use");
        (await admin.Http.Delete($"{Admin}/lines/{shop.Group.Value}")).Code.Should().Be("plan_group.in_use");
        var bulk = await admin.Http.Post($"{Admin}/plan-groups/bulk-delete", new { ids = new[] { shop.Group.Value } });
        bulk.Status.Should().Be(HttpStatusCode.Conflict);
        (await app.Scalar<long>($"select count(*) from plan_groups where id = {shop.Group.Value}")).Should().Be(1);
    }

    [Fact]
    public async Task What_must_be_unique_is_a_conflict()
    {
        var admin = await Primary();
        var shop = await Shop.Open(app);
        var other = await Shop.Open(app);
        var code = await app.Scalar<string>($"select code from regions where id = {shop.Region.Value}");

        (await admin.Http.Post($"{Admin}/regions", new { code, name = "x" })).Code.Should().Be("region.code_taken");
        (await admin.Http.Patch($"{Admin}/regions/{other.Region.Value}", new { code })).Code.Should().Be("region.code_taken");
        (await admin.Http.Patch($"{Admin}/lines/{other.Group.Value}", new { line_id = shop.LineId }))
            .Code.Should().Be("plan_group.line_taken");
        (await admin.Http.Post($"{Admin}/packages", new { plan_group_id = shop.Group.Value, name = "x", product_id = 1 }))
            .Code.Should().Be("package.product_taken");
        (await admin.Http.Post($"{Admin}/system-images", new { name = "x", image_id = 4711 })).Status.Should().Be(HttpStatusCode.OK);
        (await admin.Http.Post($"{Admin}/system-images", new { name = "x", image_id = 4711 })).Code.Should().Be("system_image.image_taken");
        (await admin.Http.Post($"{Admin}/packages", new { plan_group_id = shop.Group.Value, name = "a", product_id = 0 }))
            .Status.Should().Be(HttpStatusCode.OK);
        (await admin.Http.Post($"{Admin}/packages", new { plan_group_id = shop.Group.Value, name = "b", product_id = 0 }))
            .Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Of_parallel_regions_with_one_code_one_is_made()
    {
        var admin = await Primary();

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            admin.Http.Post($"{Admin}/regions", new { code = "race", name = "Race" })));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).Should().Be(1);
        replies.Where(reply => reply.Status != HttpStatusCode.OK).Should().OnlyContain(reply => reply.Code == "region.code_taken");
    }

    [Theory]
    [InlineData("regions", """{"code":"","name":""}""", "code")]
    [InlineData("plan-groups", """{"name":"x"}""", "region_id")]
    [InlineData("packages", """{"name":"x"}""", "plan_group_id")]
    [InlineData("packages", """{"name":"x","plan_group_id":1,"monthly_price":-1}""", "monthly_price")]
    [InlineData("packages", """{"name":"x","plan_group_id":1,"monthly_price":true}""", "monthly_price")]
    [InlineData("packages", """{"name":"x","plan_group_id":1,"monthly_price":1e12}""", "monthly_price")]
    [InlineData("billing-cycles", """{"name":"x","months":1}""", "multiplier")]
    [InlineData("system-images", """{"name":"x","type":"beos"}""", "type")]
    public async Task A_bad_form_is_refused_by_field(string path, string body, string field)
    {
        var refused = await (await Primary()).Http.Post($"{Admin}/{path}", body);

        refused.ShouldName(field);
    }

    [Theory]
    [InlineData("plan-groups", """{"name":"x","region_id":999999}""", "region_id")]
    [InlineData("packages", """{"name":"x","plan_group_id":999999}""", "plan_group_id")]
    public async Task A_form_that_refers_to_nothing_is_not_found(string path, string body, string field)
    {
        var refused = await (await Primary()).Http.Post($"{Admin}/{path}", body);

        refused.ShouldName(field, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Prices_may_come_as_text_but_never_with_a_part_of_a_cent()
    {
        var shop = await Shop.Open(app);

        var package = (await (await Primary()).Http.Patch($"{Admin}/packages/{shop.Package.Value}", new { monthly_price = "19.99" })).Ok;

        ((decimal)package["monthly_price"]!).Should().Be(19.99m);
        (await app.Scalar<long>($"select monthly_price from packages where id = {shop.Package.Value}")).Should().Be(1999);
        (await (await Primary()).Http.Patch($"{Admin}/packages/{shop.Package.Value}", new { monthly_price = "19.995" })).ShouldName("monthly_price");
    }

    [Fact]
    public async Task The_images_of_a_line_are_replaced_as_a_whole()
    {
        var admin = await Primary();
        var shop = await Shop.Open(app);
        var path = $"{Admin}/lines/{shop.Group.Value}/system-images";
        var image = (long)(await admin.Http.Post($"{Admin}/system-images", new { name = "Arch", enabled = true })).Ok["id"]!;

        (await admin.Http.Post(path, new { image_ids = new[] { image, 999_999 } })).Status.Should().Be(HttpStatusCode.NotFound);
        (await Ids(admin, $"system-images?line_id={shop.LineId}")).Should().Equal(shop.Image.Value);
        (await admin.Http.Post(path, new { image_ids = new[] { image } })).Status.Should().Be(HttpStatusCode.OK);
        (await Ids(admin, $"system-images?plan_group_id={shop.Group.Value}")).Should().Equal(image);
        (await admin.Http.Post(path, new { })).Status.Should().Be(HttpStatusCode.BadRequest);
        (await admin.Http.Post(path, new { image_ids = Array.Empty<long>() })).Status.Should().Be(HttpStatusCode.OK);
        (await Ids(admin, $"system-images?line_id={shop.LineId}")).Should().BeEmpty();
        (await admin.Http.Post($"{Admin}/lines/999999/system-images", new { image_ids = new[] { image } }))
            .Status.Should().Be(HttpStatusCode.NotFound);
        (await (await app.NewAdmin("line.list")).Http.Post(path, new { image_ids = new[] { image } }))
            .Status.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_group_without_a_line_takes_no_images()
    {
        var admin = await Primary();
        var shop = await Shop.Open(app);
        await admin.Http.Patch($"{Admin}/lines/{shop.Group.Value}", new { line_id = 0 });

        var refused = await admin.Http.Post(
            $"{Admin}/lines/{shop.Group.Value}/system-images", new { image_ids = new[] { shop.Image.Value } });

        ((string)refused.Json["error"]!).Should().Be("line_id required");
    }

    [Fact]
    public async Task Of_parallel_replacements_one_list_wins_whole()
    {
        var admin = await Primary();
        var shop = await Shop.Open(app);
        var images = new List<long>();
        for (var i = 0; i < 4; i++)
            images.Add((long)(await admin.Http.Post($"{Admin}/system-images", new { name = $"image {i}" })).Ok["id"]!);

        var replies = await Task.WhenAll(images.Select(image =>
            admin.Http.Post($"{Admin}/lines/{shop.Group.Value}/system-images", new { image_ids = new[] { image } })));

        replies.Should().OnlyContain(reply => reply.Status == HttpStatusCode.OK);
        (await Ids(admin, $"system-images?line_id={shop.LineId}")).Should().ContainSingle();
    }

    private static async Task<List<long>> Ids(Person admin, string path) =>
        [.. (await admin.Http.Get($"{Admin}/{path}")).Ok["items"]!.AsArray().Select(item => (long)item!["id"]!)];

    private static object Fields(string path, Shop shop)
    {
        var number = Interlocked.Increment(ref _number);
        return path switch
        {
            "regions" => new { code = $"code-{number}", name = "New", active = true },
            "plan-groups" or "lines" => new
            {
                region_id = shop.Region.Value, name = "New", line_id = number, unit_core = 5.5, unit_mem = "4.25",
                add_core_min = 1, add_core_max = 8, add_core_step = 1, active = true, visible = true, capacity_remaining = 10,
                sort_order = 3,
            },
            "packages" => new
            {
                plan_group_id = shop.Group.Value, product_id = number, name = "New", cores = 2, memory_gb = 4, disk_gb = 40,
                bandwidth_mbps = 10, cpu_model = "EPYC", monthly_price = 19.9, port_num = 30, sort_order = 1, active = true, visible = true,
                capacity_remaining = 7,
            },
            "billing-cycles" => new { name = "New", months = 6, multiplier = 5.5, min_qty = 1, max_qty = 4, active = true, sort_order = 2 },
            "system-images" => new { name = "New", image_id = number, type = "windows", enabled = true },
            _ => throw new ArgumentOutOfRangeException(nameof(path)),
        };
    }

    /// <summary>The first admin of the database, who may do everything.</summary>
    private async Task<Person> Primary()
    {
        await app.NewAdmin();
        return await app.NewAdmin("*");
    }
}
