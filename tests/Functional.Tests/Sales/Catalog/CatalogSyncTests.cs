using System.Net;
using FluentAssertions;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.AutomationSimulator.Switches;
using VpsPanel.Functional.Tests.Servers;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Sales.Catalog;

/// <summary>Every test has a database of its own: a sync is about all of the catalog.</summary>
public sealed class CatalogSyncTests : IAsyncLifetime
{
    private const string Path = "/admin/api/v1/integrations/automation/sync";

    private readonly Hosting _hosting = new();
    private Person _admin = null!;

    public async Task InitializeAsync()
    {
        await _hosting.InitializeAsync();
        _admin = await _hosting.App.NewAdmin();
    }

    public Task DisposeAsync() => _hosting.DisposeAsync();

    [Fact]
    public async Task An_empty_shop_gets_everything_once()
    {
        var first = (await _admin.Http.Post(Path)).Ok;
        var second = (await _admin.Http.Post(Path)).Ok;

        ((int)first["lines"]!, (int)first["products"]!, (int)first["images"]!).Should().Be((4, 9, 3));
        ((int)second["lines"]!, (int)second["products"]!, (int)second["images"]!).Should().Be((0, 0, 0));
        (await Text("select string_agg(code || ' ' || name || ' ' || active, ';' order by id) from regions"))
            .Should().Be("area-1 Hong Kong true;area-2 Frankfurt false");
        (await Text("select string_agg(line_id || ' ' || name || ' ' || active || ' ' || visible || ' ' || capacity_remaining, ';' order by line_id) from plan_groups"))
            .Should().Be("1 Hong Kong Premium true true -1;3 Hong Kong Standard true true -1;4 Hong Kong NAT true true -1;5 Frankfurt Standard false true -1");
        (await Text("select product_id || ' ' || name || ' ' || cores || '/' || memory_gb || '/' || disk_gb || '/' || bandwidth_mbps || ' ' || port_num || ' ' || monthly_price from packages where product_id = 12"))
            .Should().Be("12 Premium M 2/4/50/20 30 4990");
        (await Count("line_system_images")).Should().Be(12);
        (await Text("select type from system_images where image_id = 103")).Should().Be("windows");
        (await _hosting.App.Scalar<long>("select max(row_version) from packages")).Should().Be(
            await _hosting.App.Scalar<long>("select min(row_version) from packages"), "a second sync writes nothing");
        (await Text("select string_agg(target || ' ' || mode || ' ' || status, ';' order by id) from (select * from sync_logs order by id limit 4) first"))
            .Should().Be("area merge ok;line merge ok;product merge ok;mirror_image merge ok");
        ((long)(await _admin.Http.Get("/admin/api/v1/integrations/automation/sync-logs?target=product")).Ok["total"]!).Should().Be(2);
    }

    [Fact]
    public async Task Merge_keeps_what_an_admin_decided_and_override_does_not()
    {
        _ = (await _admin.Http.Post(Path)).Ok;
        await Run("update regions set name = 'Mine', active = false where code = 'area-1'");
        await Run("update plan_groups set active = false, visible = false, unit_core = 777, capacity_remaining = 5, name = 'x' where line_id = 1");
        await Run("update packages set active = false, monthly_price = 1, cores = 99, capacity_remaining = 3 where product_id = 12");
        await Run("update system_images set enabled = false, name = 'y' where image_id = 101");

        _ = (await _admin.Http.Post($"{Path}?mode=merge")).Ok;

        (await Text("select name || active from regions where code = 'area-1'")).Should().Be("Minefalse");
        (await Text("select name || ' ' || active || ' ' || visible || ' ' || unit_core || ' ' || capacity_remaining from plan_groups where line_id = 1"))
            .Should().Be("Hong Kong Premium false false 777 5");
        (await Text(
            "select active || ' ' || monthly_price || ' ' || cores || ' ' || capacity_remaining from packages where product_id = 12"))
            .Should().Be("false 4990 2 3");
        (await Text("select enabled || ' ' || name from system_images where image_id = 101")).Should().Be("false Ubuntu 22.04");

        _ = (await _admin.Http.Post($"{Path}?mode=override")).Ok;

        (await Text("select name || active from regions where code = 'area-1'")).Should().Be("Hong Kongtrue");
        (await Text("select active || ' ' || visible || ' ' || unit_core || ' ' || capacity_remaining from plan_groups where line_id = 1"))
            .Should().Be("true false 777 5", "whether it is shown, what it costs and how many are left is ours");
        (await Text("select active || ' ' || capacity_remaining from packages where product_id = 12")).Should().Be("true 3");
        (await Text("select enabled::text from system_images where image_id = 101")).Should().Be("true");
    }

    [Fact]
    public async Task What_the_upstream_no_longer_has_is_switched_off_by_override_and_never_deleted()
    {
        _ = (await _admin.Http.Post(Path)).Ok;
        await Run("update packages set product_id = 999 where product_id = 12");
        await Run("update plan_groups set line_id = 77 where line_id = 5");
        await Run("update plan_groups set active = true where line_id = 77");
        await Run("update system_images set image_id = 999 where image_id = 103");

        _ = (await _admin.Http.Post(Path)).Ok;
        (await Text("select active::text from packages where product_id = 999")).Should().Be("true");
        (await Text("select active::text from plan_groups where line_id = 77")).Should().Be("true");

        _ = (await _admin.Http.Post($"{Path}?mode=override")).Ok;
        (await Text("select active::text from packages where product_id = 999")).Should().Be("false");
        (await Text("select active::text from plan_groups where line_id = 77")).Should().Be("false");
        (await Text("select enabled::text from system_images where image_id = 999")).Should().Be("false");
        (await _hosting.App.Scalar<long>(
            "select count(*) from line_system_images l join system_images i on i.id = l.system_image_id where i.image_id = 999 and l.line_id in (1, 3, 4)"))
            .Should().Be(0);
    }

    [Theory]
    [InlineData("area_list", SwitchKind.Fail, "area")]
    [InlineData("line", SwitchKind.Garbage, "line")]
    [InlineData("line", SwitchKind.EmptyData, "line")]
    [InlineData("product", SwitchKind.Truncated, "product")]
    [InlineData("mirror_image", SwitchKind.LoseReply, "mirror_image")]
    public async Task A_sync_that_breaks_changes_nothing_says_where_and_can_be_repeated(string call, SwitchKind fault, string target)
    {
        _hosting.Upstream.Switches.Add(call, fault, times: 1);

        var reply = await _admin.Http.Post(Path);

        reply.Status.Should().Be(HttpStatusCode.BadGateway, reply.Text);
        (await Count("regions") + await Count("plan_groups") + await Count("packages") + await Count("system_images")).Should().Be(0);
        (await Text("select target || ' ' || status from sync_logs order by id desc limit 1")).Should().Be($"{target} failed");
        _ = (await _admin.Http.Post(Path)).Ok;
    }

    [Fact]
    public async Task Two_at_once_are_one_too_many()
    {
        using var second = _hosting.App.Client(_admin.Token, _hosting.App.AddNode());
        await second.Get(Path + "-logs");
        await _hosting.Set((AutomationSettings.TimeoutSec, "60"));
        _hosting.Upstream.Switches.Add(new Switch("area_list", SwitchKind.Hang, 1, 6000));
        var first = _admin.Http.Post(Path);
        await Eventually.Become(() => Task.FromResult(_hosting.Upstream.Calls.All.Any()), "the first sync reads");

        var refused = await second.Post(Path);
        var images = await second.Post("/admin/api/v1/system-images/sync?line_id=1");

        refused.Status.Should().Be(HttpStatusCode.Conflict);
        refused.Code.Should().Be("automation.sync_running");
        images.Code.Should().Be("automation.sync_running");
        _ = (await first).Ok;
        _ = (await second.Post(Path)).Ok;
        (await Count("plan_groups")).Should().Be(4);
    }

    [Fact]
    public async Task A_sync_that_died_gives_its_turn_up_in_the_end()
    {
        _ = (await _admin.Http.Post(Path)).Ok;
        await Run($"update sync_turns set holder = '{Guid.NewGuid()}', held_until = '{_hosting.App.Clock.GetUtcNow().AddMinutes(10):O}' where name = 'catalogue'");

        (await _admin.Http.Post(Path)).Code.Should().Be("automation.sync_running");
        _hosting.App.Clock.Advance(TimeSpan.FromMinutes(11));
        _ = (await _admin.Http.Post(Path)).Ok;
    }

    [Fact]
    public async Task Orders_that_take_stock_meanwhile_lose_nothing()
    {
        _ = (await _admin.Http.Post(Path)).Ok;
        await Run("update packages set capacity_remaining = 50, monthly_price = 5 where product_id = 12");
        var user = await _hosting.App.NewUser();
        var package = await _hosting.App.Scalar<long>("select id from packages where product_id = 12");
        var image = await _hosting.App.Scalar<long>("select id from system_images where image_id = 102");
        var item = new { package_id = package, system_id = image, qty = 1 };

        var orders = Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => user.Http.Post("/api/v1/orders/items", new { items = new[] { item } })));
        var sync = await _admin.Http.Post(Path);

        _ = sync.Ok;
        var placed = (await orders).Count(reply => reply.Status == HttpStatusCode.OK);
        placed.Should().BePositive();
        (await _hosting.App.Scalar<int>("select capacity_remaining from packages where product_id = 12")).Should().Be(50 - placed);
        (await _hosting.App.Scalar<long>("select monthly_price from packages where product_id = 12")).Should().Be(4990);
    }

    [Fact]
    public async Task Images_of_one_line_are_synced_alone()
    {
        _ = (await _admin.Http.Post(Path)).Ok;
        await Run("delete from line_system_images where line_id = 1");
        var group = await _hosting.App.Scalar<long>("select id from plan_groups where line_id = 1");

        var reply = await _admin.Http.Post($"/admin/api/v1/system-images/sync?plan_group_id={group}");

        ((int)reply.Ok["count"]!).Should().Be(3);
        (await _hosting.App.Scalar<long>("select count(*) from line_system_images where line_id = 1")).Should().Be(3);
        (await Count("line_system_images")).Should().Be(12);
        ((int)(await _admin.Http.Post("/admin/api/v1/system-images/sync?line_id=3")).Ok["count"]!).Should().Be(3);
    }

    [Theory]
    [InlineData("/admin/api/v1/system-images/sync", HttpStatusCode.BadRequest, "plan_group.no_line")]
    [InlineData("/admin/api/v1/system-images/sync?plan_group_id=999", HttpStatusCode.NotFound, "plan_group.not_found")]
    [InlineData("/admin/api/v1/system-images/sync?line_id=999", HttpStatusCode.BadGateway, "automation.failed")]
    [InlineData(Path + "?mode=destroy", HttpStatusCode.BadRequest, "request.invalid")]
    public async Task What_cannot_be_synced_is_refused(string path, HttpStatusCode status, string code)
    {
        var reply = await _admin.Http.Post(path);

        reply.Status.Should().Be(status);
        reply.Code.Should().Be(code);
    }

    [Fact]
    public async Task The_routes_need_their_rights()
    {
        var clerk = await _hosting.App.NewAdmin("automation.view", "system_image.list");

        (await clerk.Http.Post(Path)).Status.Should().Be(HttpStatusCode.Forbidden);
        (await clerk.Http.Post("/admin/api/v1/system-images/sync?line_id=1")).Status.Should().Be(HttpStatusCode.Forbidden);
        (await clerk.Http.Get("/admin/api/v1/integrations/automation/sync-logs")).Status.Should().Be(HttpStatusCode.Forbidden);
    }

    private Task<string> Text(string sql) => _hosting.App.Scalar<string>(sql);

    private Task<long> Count(string table) => _hosting.App.Scalar<long>($"select count(*) from {table}");

    /// <summary>Behind the service's back; the row's version moves on as it would by any other writer.</summary>
    private Task<long> Run(string sql) => _hosting.App.Scalar<long>($"with done as ({sql} returning 1) select count(*) from done");
}
