using System.Net;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Engagement.Cms;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Engagement.Cms;

public sealed class CmsTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private const string Admin = "/admin/api/v1/cms";
    private static int _names;

    private Person _editor = null!;

    public async Task InitializeAsync()
    {
        // The very first admin of a database may do everything, so this class keeps one and lets the others be ordinary.
        if (await app.Scalar<long>("select count(*) from users where is_admin") == 0)
            await app.NewAdmin();

        // What the installation brings.
        await app.Work(async services =>
        {
            await services.GetRequiredService<DefaultCmsBlocks>().Ensure(default);
            return true;
        });
        _editor = await app.NewAdmin("cms_category.*", "cms_post.*", "cms_block.*");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_category_has_one_key_per_language()
    {
        var key = NewName();

        var made = (await _editor.Http.Post($"{Admin}/categories", new { key, name = "公告" })).Ok;
        ((string)made["key"]!).Should().Be(key);
        ((string)made["lang"]!).Should().Be("zh-CN");
        ((bool)made["visible"]!).Should().BeTrue();
        _ = (await _editor.Http.Post($"{Admin}/categories", new { key, name = "News", lang = "en-US" })).Ok;

        var twin = await _editor.Http.Post($"{Admin}/categories", new { key, name = "again" });
        twin.Status.Should().Be(HttpStatusCode.Conflict);
        twin.Code.Should().Be("cms_category.taken");
        (await _editor.Http.Patch($"{Admin}/categories/{(long)made["id"]!}", new { lang = "en-US" })).Code.Should()
            .Be("cms_category.taken");
        (await Audits("cms_category.create", (long)made["id"]!)).Should().Be(1);
    }

    [Fact]
    public async Task Parallel_twins_make_one_category()
    {
        var key = NewName();

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => _editor.Http.Post($"{Admin}/categories", new { key, name = "x" })));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).Should().Be(1);
        replies.Count(reply => reply.Status == HttpStatusCode.Conflict).Should().Be(5);
    }

    [Fact]
    public async Task A_category_changes_in_part_and_goes_only_when_empty()
    {
        var category = await NewCategory();
        var post = await NewPost(category);

        var changed = (await _editor.Http.Patch($"{Admin}/categories/{category}", new { name = "Renamed", sort_order = "7" })).Ok;
        ((string)changed["name"]!).Should().Be("Renamed");
        ((int)changed["sort_order"]!).Should().Be(7);
        ((bool)changed["visible"]!).Should().BeTrue();

        (await _editor.Http.Delete($"{Admin}/categories/{category}")).Code.Should().Be("cms_category.in_use");
        _ = (await _editor.Http.Delete($"{Admin}/posts/{(long)post["id"]!}")).Ok;
        _ = (await _editor.Http.Delete($"{Admin}/categories/{category}")).Ok;
        (await _editor.Http.Get($"{Admin}/categories?lang=zh-CN")).Ok["items"]!.AsArray().Select(item => (long)item!["id"]!).Should()
            .NotContain(category);
    }

    [Fact]
    public async Task A_post_appears_when_it_is_published_and_disappears_again()
    {
        var category = await NewCategory();
        var post = await NewPost(category);
        var (id, slug) = ((long)post["id"]!, (string)post["slug"]!);
        ((string)post["status"]!).Should().Be("draft");
        post.AsObject().ContainsKey("published_at").Should().BeFalse();
        (await app.Anonymous.Get($"/api/v1/cms/posts/{slug}")).Code.Should().Be("cms_post.not_found");

        var published = (await _editor.Http.Patch($"{Admin}/posts/{id}", new { status = "published" })).Ok;

        ((DateTimeOffset)published["published_at"]!).Should().BeCloseTo(app.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        var read = (await app.Anonymous.Get($"/api/v1/cms/posts/{slug}")).Ok;
        ((string)read["published_at"]!).Should().Be((string)published["published_at"]!);
        ((long)(await app.Anonymous.Get($"/api/v1/cms/posts?category_key=c{category}x")).Ok["total"]!).Should().Be(0);

        _ = (await _editor.Http.Patch($"{Admin}/posts/{id}", new { status = "draft" })).Ok;
        (await app.Anonymous.Get($"/api/v1/cms/posts/{slug}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await Audits("cms_post.update", id)).Should().Be(2);
    }

    [Fact]
    public async Task The_time_of_publication_can_be_given_and_cleared()
    {
        var category = await NewCategory();
        var post = await NewPost(category, "published", "2026-01-02 03:04:05");
        ((string)post["published_at"]!).Should().Be("2026-01-02T03:04:05.000Z");

        var cleared = (await _editor.Http.Patch($"{Admin}/posts/{(long)post["id"]!}", new { status = "draft", published_at = "" })).Ok;
        cleared.AsObject().ContainsKey("published_at").Should().BeFalse();

        var again = (await _editor.Http.Patch($"{Admin}/posts/{(long)post["id"]!}", new { status = "published" })).Ok;
        ((DateTimeOffset)again["published_at"]!).Should().BeCloseTo(app.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        (await _editor.Http.Patch($"{Admin}/posts/{(long)post["id"]!}", new { published_at = "soon" })).Status.Should()
            .Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Posts_of_a_hidden_category_are_hidden()
    {
        var category = await NewCategory();
        var slug = (string)(await NewPost(category, "published"))["slug"]!;

        _ = (await _editor.Http.Patch($"{Admin}/categories/{category}", new { visible = false })).Ok;

        (await app.Anonymous.Get($"/api/v1/cms/posts/{slug}")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_public_list_is_pinned_first_then_sorted_then_newest()
    {
        var key = NewName();
        var category = (long)(await _editor.Http.Post($"{Admin}/categories", new { key, name = "x" })).Ok["id"]!;
        var old = await NewPost(category, "published");
        var later = await NewPost(category, "published");
        var last = await NewPost(category, "published", sortOrder: 5);
        var pinned = await NewPost(category, "published", sortOrder: 9, pinned: true);
        await NewPost(category);

        var page = (await app.Anonymous.Get($"/api/v1/cms/posts?category_key={key}&lang=zh-CN&limit=3")).Ok;

        page["items"]!.AsArray().Select(item => (long)item!["id"]!)
            .Should().Equal((long)pinned["id"]!, (long)later["id"]!, (long)old["id"]!);
        ((long)page["total"]!).Should().Be(4);
        ((long)(await app.Anonymous.Get($"/api/v1/cms/posts?category_key={key}&page=2&page_size=3")).Ok["items"]![0]!["id"]!)
            .Should().Be((long)last["id"]!);
        ((long)(await _editor.Http.Get($"{Admin}/posts?category_id={category}&status=draft")).Ok["total"]!).Should().Be(1);
    }

    [Fact]
    public async Task A_slug_names_one_post_in_the_whole_site()
    {
        var (first, second) = (await NewCategory(), await NewCategory());
        var post = await NewPost(first);
        var other = await NewPost(second);

        var twin = await _editor.Http.Post($"{Admin}/posts", new { category_id = second, title = "x", slug = (string)post["slug"]! });
        twin.Status.Should().Be(HttpStatusCode.Conflict);
        twin.Code.Should().Be("cms_post.slug_taken");
        (await _editor.Http.Patch($"{Admin}/posts/{(long)other["id"]!}", new { slug = (string)post["slug"]! })).Code.Should()
            .Be("cms_post.slug_taken");
        _ = (await _editor.Http.Patch($"{Admin}/posts/{(long)other["id"]!}", new { slug = (string)other["slug"]! })).Ok;
    }

    [Fact]
    public async Task Scripts_in_posts_and_blocks_are_stored_nowhere()
    {
        const string html = "<p onclick=\"x()\">hi<script>x()</script></p>";
        var category = await NewCategory();

        var post = (await _editor.Http.Post(
            $"{Admin}/posts", new { category_id = category, title = "x", slug = NewName(), content_html = html })).Ok;
        var block = (await _editor.Http.Post($"{Admin}/blocks", new { page = NewName(), type = "hero", custom_html = html })).Ok;
        var changed = (await _editor.Http.Patch(
            $"{Admin}/blocks/{(long)block["id"]!}", new { type = "custom_html", custom_html = html })).Ok;

        ((string)post["content_html"]!).Should().Be("<p>hi</p>");
        ((string)block["custom_html"]!).Should().Be("<p>hi</p>");
        ((string)changed["custom_html"]!).Should().Be("<p>hi</p>");
        (await app.Scalar<long>("select count(*) from cms_posts where content_html like '%script%'")).Should().Be(0);
    }

    [Fact]
    public async Task What_is_wrong_with_a_form_is_named()
    {
        var category = await NewCategory();
        (string Path, string Field, object Body)[] bad =
        [
            ("categories", "key", new { name = "x" }),
            ("categories", "name", new { key = NewName(), name = "" }),
            ("categories", "key", new { key = new string('k', 65), name = "x" }),
            ("posts", "category_id", new { title = "x", slug = NewName() }),
            ("posts", "category_id", new { category_id = 987654321, title = "x", slug = NewName() }),
            ("posts", "slug", new { category_id = category, title = "x", slug = "a/b" }),
            ("posts", "title", new { category_id = category, title = new string('t', 201), slug = NewName() }),
            ("posts", "status", new { category_id = category, title = "x", slug = NewName(), status = "archived" }),
            ("posts", "cover_url", new { category_id = category, title = "x", slug = NewName(), cover_url = "javascript:alert(1)" }),
            ("posts", "content_html", new { category_id = category, title = "x", slug = NewName(), content_html = new string('h', 300_001) }),
            ("blocks", "page", new { type = "hero" }),
            ("blocks", "page", new { page = "  ", type = "hero" }),
            ("blocks", "page", new { page = "a/b", type = "hero" }),
            ("blocks", "page", new { page = "a..b", type = "hero" }),
            ("blocks", "page", new { page = "Admin", type = "hero" }),
            ("blocks", "type", new { page = "about" }),
            ("blocks", "content_json", new { page = "about", type = "hero", content_json = "{broken" }),
        ];
        foreach (var (path, field, body) in bad)
        {
            var reply = await _editor.Http.Post($"{Admin}/{path}", body);
            reply.ShouldName(field);
        }
    }

    [Theory]
    [InlineData("home", "hero,features,products,cta")]
    [InlineData("products", "hero,calculator,pricing,comparison,cta")]
    [InlineData("tutorials", "hero,posts,resources")]
    [InlineData("footer", "footer")]
    [InlineData("help", "help_hero,help_actions,help_faq,help_contact")]
    public async Task A_known_page_is_complete_before_anybody_reads_it(string page, string types)
    {
        (await app.Scalar<long>("select count(*) from cms_blocks where page = $1 and lang = 'zh-CN'", page)).Should()
            .Be(types.Split(',').Length);

        var items = (await app.Anonymous.Get($"/api/v1/cms/blocks?page={page}")).Ok["items"]!.AsArray();
        string.Join(',', items.Select(item => (string)item!["type"]!)).Should().Be(types);
    }

    [Fact]
    public async Task Nobody_fills_the_table_by_asking_for_words()
    {
        var before = await app.Scalar<long>("select count(*) from cms_blocks where lang = 'xx-YY' or page = 'nowhere'");

        (await app.Anonymous.Get("/api/v1/cms/blocks?page=docs&lang=xx-YY")).Ok["items"]!.AsArray().Should().BeEmpty();
        (await app.Anonymous.Get("/api/v1/cms/blocks?page=nowhere")).Ok["items"]!.AsArray().Should().BeEmpty();

        (await app.Scalar<long>("select count(*) from cms_blocks where lang = 'xx-YY' or page = 'nowhere'")).Should().Be(before).And.Be(0);
    }

    [Fact]
    public async Task A_default_section_that_moved_away_is_replaced_and_a_hidden_one_is_not()
    {
        const string page = "/api/v1/cms/blocks?page=activities&lang=en-US";
        var items = (await app.Anonymous.Get(page)).Ok["items"]!.AsArray();
        var (hero, posts) = ((long)items[0]!["id"]!, (long)items[1]!["id"]!);

        _ = (await _editor.Http.Patch($"{Admin}/blocks/{hero}", new { page = NewName(), title = "Moved" })).Ok;
        _ = (await _editor.Http.Patch($"{Admin}/blocks/{posts}", new { visible = false })).Ok;

        var now = (await app.Anonymous.Get(page)).Ok["items"]!.AsArray();
        now.Select(item => (string)item!["type"]!).Should().Equal("hero", "resources");
        now.Select(item => (long)item!["id"]!).Should().NotContain([hero, posts]);
        (await _editor.Http.Get($"{Admin}/blocks?page=activities&lang=en-US")).Ok["items"]!.AsArray().Should().HaveCount(3);
    }

    [Fact]
    public async Task A_default_section_that_is_deleted_comes_back_empty()
    {
        const string page = "/api/v1/cms/blocks?page=docs&lang=en-US";
        var resources = (await app.Anonymous.Get(page)).Ok["items"]!.AsArray()[2]!;
        var id = (long)resources["id"]!;

        _ = (await _editor.Http.Delete($"{Admin}/blocks/{id}")).Ok;

        var now = (await app.Anonymous.Get(page)).Ok["items"]!.AsArray();
        now.Select(item => (string)item!["type"]!).Should().Equal("hero", "posts", "resources");
        now.Select(item => (long)item!["id"]!).Should().NotContain(id);
    }

    [Fact]
    public async Task A_deleted_block_is_gone()
    {
        var page = NewName();
        var block = (await _editor.Http.Post($"{Admin}/blocks", new { page, type = "hero" })).Ok;

        _ = (await _editor.Http.Delete($"{Admin}/blocks/{(long)block["id"]!}")).Ok;

        (await _editor.Http.Get($"{Admin}/blocks?page={page}")).Ok["items"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task Unknown_ids_are_not_found()
    {
        foreach (var (kind, code) in new[] { ("categories", "cms_category"), ("posts", "cms_post"), ("blocks", "cms_block") })
        {
            (await _editor.Http.Patch($"{Admin}/{kind}/987654321", new { sort_order = 1 })).Code.Should().Be($"{code}.not_found");
            (await _editor.Http.Delete($"{Admin}/{kind}/987654321")).Code.Should().Be($"{code}.not_found");
        }
    }

    [Fact]
    public async Task Every_admin_route_has_its_own_permission()
    {
        var user = await app.NewUser();
        foreach (var (kind, noun) in new[] { ("categories", "cms_category"), ("posts", "cms_post"), ("blocks", "cms_block") })
        {
            (string Verb, string Method, string Path)[] routes =
            [
                ("list", "GET", $"{Admin}/{kind}"), ("create", "POST", $"{Admin}/{kind}"),
                ("update", "PATCH", $"{Admin}/{kind}/1"), ("delete", "DELETE", $"{Admin}/{kind}/1"),
            ];
            foreach (var (verb, method, path) in routes)
            {
                var without = await app.NewAdmin([.. routes.Where(route => route.Verb != verb).Select(route => $"{noun}.{route.Verb}")]);
                (await without.Http.Call(new HttpMethod(method), path, new { })).Code.Should()
                    .Be("auth.permission_denied", $"{method} {path}");
                (await user.Http.Call(new HttpMethod(method), path, new { })).Code.Should().Be("auth.admin_required");
            }
        }
    }

    private static string NewName() => $"name{Interlocked.Increment(ref _names)}";

    private async Task<long> NewCategory() =>
        (long)(await _editor.Http.Post($"{Admin}/categories", new { key = NewName(), name = "x" })).Ok["id"]!;

    private async Task<System.Text.Json.Nodes.JsonNode> NewPost(
        long category, string? status = null, string? publishedAt = null, int sortOrder = 0, bool pinned = false) =>
        (await _editor.Http.Post($"{Admin}/posts", new
        {
            category_id = category,
            title = "A post",
            slug = NewName(),
            summary = "short",
            content_html = "<p>long</p>",
            status,
            published_at = publishedAt,
            sort_order = sortOrder,
            pinned,
        })).Ok;

    private Task<long> Audits(string action, long id) => app.Scalar<long>(
        "select count(*) from audit_logs where action = $1 and target_id = $2", action, id.ToString());
}
