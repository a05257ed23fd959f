using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Engagement.Announcements;

public sealed class AnnouncementTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private const string News = "/api/v1/admin/announcements";

    private Person _admin = null!;

    public async Task InitializeAsync()
    {
        await app.Primary();
        _admin = await app.NewAdmin("announcement.*");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_draft_is_written_published_and_changed()
    {
        var user = await app.NewUser();

        var draft = (await _admin.Http.Post(News, new { title = " News ", content = " text ", audience = " USER ", category = "product", is_pinned = true, priority = 9, created_by = "Ann" })).Ok;
        var before = await Titles(user, "user");
        var published = (await _admin.Http.Post($"{News}/{draft["id"]}/publish", new { visible_to = 4102444800, @operator = "Bob" })).Ok;
        var after = await Titles(user, "user");
        var changed = (await _admin.Http.Patch($"{News}/{draft["id"]}", new { title = "Fresh" })).Ok;

        draft.AsObject().Select(field => field.Key).Should().Equal(
            "id", "title", "content", "category", "status", "audience", "is_pinned", "priority", "visible_from", "visible_to",
            "published_at",
            "published_by", "created_by", "updated_by", "created_at", "updated_at");
        ((string)draft["status"]!, (string)draft["title"]!, (string)draft["audience"]!, (string)draft["created_by"]!, (string)draft["published_by"]!)
            .Should().Be(("draft", "News", "user", "Ann", ""));
        draft["visible_to"].Should().BeNull();
        draft["published_at"].Should().BeNull();
        before.Should().NotContain("News");
        ((string)published["status"]!, (string)published["published_by"]!, (string)published["updated_by"]!, (long)published["visible_to"]!)
            .Should().Be(("published", "Bob", "Bob", 4102444800));
        ((long)published["published_at"]!).Should().Be((long)published["visible_from"]!);
        after.Should().Contain("News");
        ((string)changed["title"]!, (string)changed["content"]!, (string)changed["updated_by"]!).Should()
            .Be(("Fresh", "text", _admin.Username));
        (await app.Scalar<long>(
            "select count(*) from audit_logs where target_type = 'announcement' and target_id = $1", draft["id"]!.ToString()))
            .Should().Be(3);
    }

    [Fact]
    public async Task Without_an_operator_the_caller_is_named_and_a_new_publication_moves_the_window()
    {
        var user = await app.NewUser();
        var title = Name();
        var id = (await Make(title, new { }))["id"];

        var first = (await _admin.Http.Post(
            $"{News}/{id}/publish", new { visible_to = app.Clock.GetUtcNow().ToUnixTimeSeconds() - 10 })).Ok;
        var past = await Titles(user);
        var second = (await _admin.Http.Post($"{News}/{id}/publish")).Ok;

        ((string)first["published_by"]!).Should().Be(_admin.Username);
        past.Should().NotContain(title);
        second["visible_to"].Should().BeNull();
        (await Titles(user)).Should().Contain(title);
    }

    [Fact]
    public async Task Readers_get_what_is_for_them_the_most_important_first()
    {
        var user = await app.NewUser();
        var mark = Name();
        foreach (var (title, fields) in new (string, object)[]
        {
            ("late", new { priority = 1 }), ("urgent", new { priority = 1000 }), ("pinned", new { is_pinned = true }),
            ("partners", new { audience = "partner", priority = 2000 }),
        })
        {
            var id = (await Make($"{mark} {title}", fields))["id"];
            _ = (await _admin.Http.Post($"{News}/{id}/publish")).Ok;
        }

        (await Ours("")).Should().Equal("pinned", "partners", "urgent", "late");
        (await Ours("?audience=ALL")).Should().HaveCount(4);
        (await Ours("?audience=user")).Should().Equal("pinned", "urgent", "late");
        (await Ours("?audience=Partner")).Should().Equal("pinned", "partners", "urgent", "late");
        (await user.Http.Get("/api/v1/user/announcements?limit=1")).Ok["announcements"]!.AsArray().Should().ContainSingle();
        (await user.Http.Get("/api/v1/user/announcements?limit=x")).Status.Should().Be(HttpStatusCode.OK);
        (await app.Anonymous.Get("/api/v1/user/announcements")).Status.Should().Be(HttpStatusCode.Unauthorized);

        async Task<IEnumerable<string>> Ours(string query) => (await Titles(user, query: query))
            .Where(title => title.StartsWith(mark, StringComparison.Ordinal)).Select(title => title[(mark.Length + 1)..]).ToList();
    }

    [Fact]
    public async Task Admins_filter_and_sort_with_pinned_ones_first()
    {
        var mark = Name();
        foreach (var (title, fields) in new (string, object)[]
        {
            ("b", new { priority = 1, category = "x" }), ("a", new { priority = 3, category = "Y" }),
            ("c", new { priority = 2, is_pinned = true }),
        })
        {
            await Make($"{mark} {title}", fields);
        }

        (await Sorted("sort=title&direction=asc")).Should().Equal("c", "a", "b");
        (await Sorted("sort=priority")).Should().Equal("c", "a", "b");
        (await Sorted("sort=created&direction=asc")).Should().Equal("c", "b", "a");
        (await Sorted("sort=nonsense&direction=up")).Should().Equal("c", "a", "b");
        (await Sorted("category=y")).Should().Equal("a");
        (await Sorted("status=PUBLISHED")).Should().BeEmpty();
        (await Sorted("audience=all&per_page=1")).Should().Equal("c");

        async Task<IEnumerable<string>> Sorted(string query) =>
            (await _admin.Http.Get($"{News}?q={mark}&{query}")).Ok["announcements"]!.AsArray()
            .Select(news => ((string)news!["title"]!)[(mark.Length + 1)..]).ToList();
    }

    [Theory]
    [InlineData("""{"content":"c"}""", "title")]
    [InlineData("""{"title":" ","content":"c"}""", "title")]
    [InlineData("""{"title":"t"}""", "content")]
    [InlineData("""{"title":"t","content":"c","audience":"123456789012345678901234567890123"}""", "audience")]
    [InlineData("""{"title":"t","content":"c","priority":2000000}""", "priority")]
    public async Task Nonsense_is_refused_by_the_name_of_its_field(string body, string field)
    {
        var refused = await _admin.Http.Post(News, body);

        refused.ShouldName(field);
    }

    [Fact]
    public async Task What_is_not_there_or_not_allowed_is_refused()
    {
        var reader = await app.NewAdmin("announcement.list");

        (await _admin.Http.Post($"{News}/987654/publish")).Code.Should().Be("announcement.not_found");
        (await _admin.Http.Patch($"{News}/987654", new { title = "t" })).Code.Should().Be("announcement.not_found");
        (await reader.Http.Get(News)).Status.Should().Be(HttpStatusCode.OK);
        (await reader.Http.Post(News, new { title = "t", content = "c" })).Code.Should().Be("auth.permission_denied");
        (await reader.Http.Patch($"{News}/1", new { title = "t" })).Code.Should().Be("auth.permission_denied");
        (await reader.Http.Post($"{News}/1/publish")).Code.Should().Be("auth.permission_denied");
        (await (await app.NewUser()).Http.Get(News)).Code.Should().Be("auth.admin_required");
    }

    [Fact]
    public async Task The_dashboard_lists_the_parts_under_the_prefix()
    {
        var modules = (await _admin.Http.Get("/api/v1/admin/dashboard")).Ok["modules"]!.AsArray();

        modules.Select(module => (string)module!["key"]!).Should().Contain(["dashboard", "nodes", "subscriptions", "security"]);
        modules[0]!.ToJsonString().Should().Be(
            """{"key":"dashboard","name":"Dashboard","description":"What there is to do","icon":"dashboard","route":"/api/v1/admin/dashboard","permissions":["admin"]}""");
        (await (await app.NewUser()).Http.Get("/api/v1/admin/dashboard")).Code.Should().Be("auth.admin_required");
    }

    private static string Name() => $"n{Guid.NewGuid():N}"[..12];

    private async Task<JsonNode> Make(string title, object fields)
    {
        var body = JsonNode.Parse(TestJson.Write(fields))!.AsObject();
        body["title"] = title;
        body["content"] = "text";
        return (await _admin.Http.Post(News, body.ToJsonString())).Ok;
    }

    private static async Task<IReadOnlyList<string>> Titles(Person user, string? audience = null, string query = "") =>
        (await user.Http.Get("/api/v1/user/announcements" + (audience is null ? query : $"?audience={audience}"))).Ok["announcements"]!
            .AsArray()
            .Select(news => (string)news!["title"]!).ToList();
}
