using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Sales.Plans;

public sealed class PlanTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private const string Plans = "/api/v1/admin/plans";

    private Person _admin = null!;

    public async Task InitializeAsync()
    {
        await app.Primary();
        _admin = await app.NewAdmin("plan.*");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_plan_is_made_with_its_defaults()
    {
        var name = Name();

        var plan = (await _admin.Http.Post(
            Plans, new { name = $" My_{name}  Plan ", price_cents = 2999, currency = "", duration_days = 30 })).Ok;

        plan.ToJsonString().Should().Be(
            $$"""
            {"id":{{plan["id"]}},"name":"My_{{name}}  Plan","slug":"my-{{name}}-plan","description":"","tags":[],"features":[],"price_cents":2999,
            "currency":"CNY","duration_days":30,"traffic_limit_bytes":0,"devices_limit":0,"sort_order":0,"status":"draft","visible":false,
            "created_at":{{plan["created_at"]}},"updated_at":{{plan["created_at"]}},"reset":"none"}
            """.ReplaceLineEndings(""));
        (await app.Scalar<long>("select count(*) from audit_logs where action = 'plan.create' and target_id = $1", plan["id"]!.ToString()))
            .Should().Be(1);
    }

    [Theory]
    [InlineData("""{"name":"a","currency":"CNY","duration_days":30}""", "price_cents")]
    [InlineData("""{"name":" ","price_cents":1,"currency":"CNY","duration_days":30}""", "name")]
    [InlineData("""{"name":"a","price_cents":-1,"currency":"CNY","duration_days":30}""", "price_cents")]
    [InlineData("""{"name":"a","price_cents":1000000001,"currency":"CNY","duration_days":30}""", "price_cents")]
    [InlineData("""{"name":"a","price_cents":1,"currency":"YUAN","duration_days":30}""", "currency")]
    [InlineData("""{"name":"a","price_cents":1,"currency":"XQZ","duration_days":30}""", "currency")]
    [InlineData("""{"name":"a","price_cents":1.5,"currency":"CNY","duration_days":30}""", "price_cents")]
    [InlineData("""{"name":"a","price_cents":"1,500","currency":"CNY","duration_days":30}""", "price_cents")]
    [InlineData("""{"name":"a","price_cents":"+15","currency":"CNY","duration_days":30}""", "price_cents")]
    [InlineData("""{"name":"a","price_cents":1e3,"currency":"CNY","duration_days":30}""", "price_cents")]
    [InlineData("""{"name":"a","price_cents":1,"currency":"CNY","duration_days":0}""", "duration_days")]
    [InlineData("""{"name":"a","price_cents":1,"currency":"CNY","duration_days":30,"traffic_limit_bytes":-1}""", "traffic_limit_bytes")]
    [InlineData("""{"name":"a","price_cents":1,"currency":"CNY","duration_days":30,"devices_limit":-1}""", "devices_limit")]
    [InlineData("""{"name":"a","price_cents":1,"currency":"CNY","duration_days":30,"status":"on"}""", "status")]
    [InlineData("""{"name":"a","price_cents":1,"currency":"CNY","duration_days":30,"tags":[null]}""", "tags")]
    [InlineData("""{"name":"a","price_cents":1,"currency":"CNY","duration_days":30,"reset":"monthly"}""", "reset")]
    public async Task Nonsense_is_refused_by_the_name_of_its_field(string body, string field)
    {
        var refused = await _admin.Http.Post(Plans, body);

        refused.ShouldName(field);
    }

    [Fact]
    public async Task Texts_are_refused_before_the_database_has_to()
    {
        var refused = await _admin.Http.Post(
            Plans, new { name = new string('n', 129), description = new string('d', 2001), price_cents = 1, duration_days = 1 });

        refused.Json["details"]!.AsObject().Select(field => field.Key).Should().Contain(["name", "description", "slug"]);
    }

    [Fact]
    public async Task A_slug_is_there_once()
    {
        var (first, second) = (await Make(Name()), await Make(Name()));

        var made = await _admin.Http.Post(
            Plans, new { name = "other", slug = first["slug"]!.ToString().ToUpperInvariant(), price_cents = 1, duration_days = 1 });
        var changed = await _admin.Http.Patch($"{Plans}/{second["id"]}", new { slug = first["slug"]!.ToString() });

        (made.Status, made.Code).Should().Be((HttpStatusCode.Conflict, "plan.slug_taken"));
        (changed.Status, changed.Code).Should().Be((HttpStatusCode.Conflict, "plan.slug_taken"));
    }

    [Fact]
    public async Task A_change_keeps_what_it_does_not_mention()
    {
        var plan = await Make(Name(), new { });

        var changed = (await _admin.Http.Patch(
            $"{Plans}/{plan["id"]}", new { price_cents = "4200", status = "Active", visible = 1, tags = (string[]?)null })).Ok;

        ((long)changed["price_cents"]!, (string)changed["status"]!, (bool)changed["visible"]!).Should().Be((4200, "active", true));
        foreach (var kept in new[] { "name", "slug", "tags", "features", "duration_days", "traffic_limit_bytes" })
            changed[kept]!.ToJsonString().Should().Be(plan[kept]!.ToJsonString());

        (await _admin.Http.Patch($"{Plans}/{plan["id"]}", new { features = Array.Empty<string>() })).Ok["features"]!.AsArray().Should()
            .BeEmpty();
        ((string)(await _admin.Http.Patch($"{Plans}/{plan["id"]}", new { reset = "30D" })).Ok["reset"]!).Should().Be("30d");
        (await _admin.Http.Patch($"{Plans}/987654", new { })).Code.Should().Be("plan.not_found");
        (await _admin.Http.Patch($"{Plans}/x", new { })).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_list_is_searched_sorted_and_paged_by_whoever_asks_badly()
    {
        var mark = Name();
        foreach (var (at, price) in new[] { 300, 100, 200 }.Index())
            await Make($"{mark} {at}", new { price_cents = price, status = at == 1 ? "draft" : "active", visible = at == 0 });

        (await Prices($"q={mark}&sort=price&direction=desc")).Should().Equal(300, 200, 100);
        (await Prices($"q={mark}&sort=PRICE")).Should().Equal(100, 200, 300);
        (await Prices($"q={mark}&sort=secret&direction=sideways&page=x&per_page=-4")).Should().Equal(300, 100, 200);
        (await Prices($"q={mark}&status=ACTIVE&visible=1")).Should().Equal(300);
        (await Prices($"q={mark}&status=archived")).Should().BeEmpty();
        var second = await _admin.Http.Get($"{Plans}?q={mark}&page=2&per_page=2&sort=name");
        second.Ok["pagination"]!.ToJsonString().Should().Be("""{"page":2,"per_page":2,"total_count":3,"has_next":false,"has_prev":true}""");
        second.Ok["plans"]!.AsArray().Should().ContainSingle();
        (await _admin.Http.Get($"{Plans}?q={mark}&per_page=1000")).Ok["pagination"]!["per_page"]!.GetValue<int>().Should().Be(100);
        (await _admin.Http.Get($"{Plans}?q={mark}&page=99999999")).Ok["plans"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task Customers_see_what_is_active_and_visible()
    {
        var mark = Name();
        var user = await app.NewUser();
        foreach (var (status, visible) in new[] { ("draft", true), ("active", false), ("archived", true) })
            await Make($"{mark} {status}", new { status, visible });
        var sold = await Make($"{mark} sold", new { status = "active", visible = true });

        var plans = (await user.Http.Get($"/api/v1/user/plans?q={mark}")).Ok["plans"]!.AsArray();

        plans.Should().ContainSingle();
        plans[0]!.AsObject().Select(field => field.Key).Should().Equal(
            "id", "name", "description", "features", "price_cents", "currency", "duration_days", "traffic_limit_bytes", "devices_limit",
            "tags", "reset");
        ((long)plans[0]!["id"]!).Should().Be((long)sold["id"]!);
    }

    [Fact]
    public async Task Plans_are_changed_by_those_who_may()
    {
        var (reader, user) = (await app.NewAdmin("plan.list"), await app.NewUser());

        (await reader.Http.Get(Plans)).Status.Should().Be(HttpStatusCode.OK);
        (await reader.Http.Post(Plans, new { name = "x", price_cents = 1, duration_days = 1 })).Code.Should().Be("auth.permission_denied");
        (await reader.Http.Patch($"{Plans}/1", new { })).Code.Should().Be("auth.permission_denied");
        (await user.Http.Get(Plans)).Code.Should().Be("auth.admin_required");
        (await app.Anonymous.Get("/api/v1/user/plans")).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    private static string Name() => $"p{Guid.NewGuid():N}"[..12];

    private async Task<JsonNode> Make(string name, object? fields = null)
    {
        var body = new JsonObject
        {
            ["name"] = name,
            ["price_cents"] = 2999,
            ["duration_days"] = 30,
            ["traffic_limit_bytes"] = 1L << 40,
            ["tags"] = new JsonArray("fast"),
            ["features"] = new JsonArray("one", "two"),
        };
        foreach (var (key, value) in JsonNode.Parse(TestJson.Write(fields ?? new { }))!.AsObject())
            body[key] = value?.DeepClone();

        return (await _admin.Http.Post(Plans, body.ToJsonString())).Ok;
    }

    private async Task<IEnumerable<long>> Prices(string query) =>
        (await _admin.Http.Get($"{Plans}?{query}")).Ok["plans"]!.AsArray().Select(plan => (long)plan!["price_cents"]!).ToList();
}
