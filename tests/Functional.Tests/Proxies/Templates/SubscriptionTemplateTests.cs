using System.Net;
using FluentAssertions;
using VpsPanel.Functional.Tests.Sales.Subscriptions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Proxies.Templates;

public sealed class SubscriptionTemplateTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private const string Templates = "/api/v1/admin/subscription-templates";

    private Person _admin = null!;

    public async Task InitializeAsync()
    {
        await app.Primary();
        _admin = await app.NewAdmin("subscription_template.*");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_template_is_made_as_a_draft_with_its_defaults()
    {
        var name = Name();

        var made = (await _admin.Http.Post(
            Templates, new { name = $" {name} ", client_type = " Loon ", content = " {{.site.name}}\n", format = "" })).Ok;

        made.ToJsonString().Should().Be(
            $$"""
            {"id":{{made["id"]}},"name":"{{name}}","description":"","client_type":"loon","format":"go_template","functions":"panel","content":" {{"{{.site.name}}"}}\n",
            "variables":{},"is_default":false,"version":0,"updated_at":{{made["updated_at"]}},"published_at":0,"last_published_by":""}
            """.ReplaceLineEndings(""));
        (await app.Scalar<long>(
            "select count(*) from audit_logs where action = 'subscription_template.create' and target_id = $1", made["id"]!.ToString()))
            .Should().Be(1);
    }

    [Theory]
    [InlineData("""{"name":" ","client_type":"clash","content":"x"}""", "name")]
    [InlineData("""{"name":"a","client_type":" ","content":"x"}""", "client_type")]
    [InlineData("""{"name":"a","client_type":"a b","content":"x"}""", "client_type")]
    [InlineData("""{"name":"a","client_type":"clash","content":" "}""", "content")]
    [InlineData("""{"name":"a","client_type":"clash","content":"x","format":"xml"}""", "format")]
    [InlineData("""{"name":"a","client_type":"clash","content":"x","functions":"helm"}""", "functions")]
    [InlineData("""{"name":"a","client_type":"clash","content":"x","variables":{"a b":{"value_type":"string"}}}""", "variables")]
    [InlineData("""{"name":"a","client_type":"clash","content":"x","variables":{"a":{"value_type":"date"}}}""", "variables")]
    [InlineData("""{"name":"a","client_type":"clash","content":"x","variables":{"a":{"value_type":"integer","default_value":"b"}}}""", "variables")]
    [InlineData("""{"name":"a","client_type":"clash","content":"x","variables":{"a":null}}""", "variables")]
    public async Task Nonsense_is_refused_by_the_name_of_its_field(string body, string field)
    {
        var refused = await _admin.Http.Post(Templates, body);

        refused.ShouldName(field);
    }

    [Fact]
    public async Task Texts_are_refused_before_the_database_has_to()
    {
        foreach (var (field, length) in new[] { ("name", 129), ("description", 501), ("client_type", 33), ("content", 200_001) })
        {
            var body = new Dictionary<string, object> { ["name"] = Name(), ["client_type"] = "clash", ["content"] = "x" };
            body[field] = new string('x', length);
            (await _admin.Http.Post(Templates, body)).Status.Should().Be(HttpStatusCode.BadRequest, field);
        }

        var id = await Make();
        (await _admin.Http.Post($"{Templates}/{id}/publish", new { changelog = new string('x', 2001) })).Status.Should()
            .Be(HttpStatusCode.BadRequest);
        (await _admin.Http.Post($"{Templates}/{id}/publish", new { @operator = new string('x', 129) })).Status.Should()
            .Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_name_is_taken_once_per_client_type_whatever_its_case()
    {
        var name = Name();
        await Make(name, "clash");

        (await _admin.Http.Post(Templates, new { name = name.ToUpperInvariant(), client_type = "clash", content = "x" })).Code
            .Should().Be("subscription_template.name_taken");
        var other = await Make(name, "surge");
        var third = await Make(Name(), "surge");
        (await _admin.Http.Patch($"{Templates}/{third}", new { name })).Status.Should().Be(HttpStatusCode.Conflict);
        (await _admin.Http.Patch($"{Templates}/{other}", new { name = name.ToUpperInvariant() })).Ok.ToString();
    }

    [Fact]
    public async Task A_change_keeps_what_it_does_not_mention_and_refuses_what_is_blank()
    {
        var id = (long)(await _admin.Http.Post(Templates, new
        {
            name = Name(), client_type = "clash", content = "old", description = "words",
            variables = new Dictionary<string, object> { ["subscription.name"] = new { value_type = "String", required = true } },
        })).Ok["id"]!;

        var changed = (await _admin.Http.Patch($"{Templates}/{id}", new { content = "new", client_type = "surge", description = "" })).Ok;

        ((string)changed["content"]!).Should().Be("new");
        ((string)changed["client_type"]!).Should().Be("clash");
        ((string)changed["description"]!).Should().BeEmpty();
        changed["variables"]!.ToJsonString().Should().Be(
            """{"subscription.name":{"value_type":"string","required":true,"description":"","default_value":null}}""");
        foreach (var blank in new object[] { new { name = " " }, new { content = "" }, new { format = " " } })
            (await _admin.Http.Patch($"{Templates}/{id}", blank)).Status.Should().Be(HttpStatusCode.BadRequest);

        (await _admin.Http.Patch($"{Templates}/{id}", new { variables = new { } })).Ok["variables"]!.ToJsonString().Should().Be("{}");
        (await _admin.Http.Patch($"{Templates}/999999", new { content = "x" })).Code.Should().Be("subscription_template.not_found");
    }

    [Fact]
    public async Task Publishing_counts_versions_and_keeps_their_content()
    {
        var id = await Make(content: "first");

        var published = (await _admin.Http.Post($"{Templates}/{id}/publish", new { changelog = "begin", @operator = "Ops" })).Ok;
        ((int)published["template"]!["version"]!).Should().Be(1);
        ((string)published["template"]!["last_published_by"]!).Should().Be("Ops");
        ((long)published["history"]!["published_at"]!).Should().BeCloseTo(app.Clock.GetUtcNow().ToUnixTimeSeconds(), 60);

        await _admin.Http.Patch($"{Templates}/{id}", new { content = "second" });
        (await _admin.Http.Post($"{Templates}/{id}/publish")).Ok.ToString();

        var history = (await _admin.Http.Get($"{Templates}/{id}/history")).Ok;
        ((long)history["template_id"]!).Should().Be(id);
        history["history"]!.AsArray()
            .Select(row => ((int)row!["version"]!, (string)row["content"]!, (string)row["changelog"]!, (string)row["published_by"]!))
            .Should().Equal((2, "second", "", $"{_admin.Username}@example.com"), (1, "first", "begin", "Ops"));
        (await _admin.Http.Get($"{Templates}/999999/history")).Code.Should().Be("subscription_template.not_found");
        (await _admin.Http.Post($"{Templates}/999999/publish")).Code.Should().Be("subscription_template.not_found");
    }

    [Fact]
    public async Task Users_get_what_was_published_and_not_the_draft()
    {
        var client = $"c{Guid.NewGuid():N}"[..20];
        var subscriber = await app.NewSubscriber();
        var id = await Make(client: client, content: "published {{.template.version}}");
        await _admin.Http.Post($"{Templates}/{id}/publish");
        await _admin.Http.Patch($"{Templates}/{id}", new { content = "draft" });

        (await app.Anonymous.Fetch(subscriber.Token, client: client)).Text.Should().Be("published 1");
        await _admin.Http.Post($"{Templates}/{id}/publish");
        (await app.Anonymous.Fetch(subscriber.Token, client: client)).Text.Should().Be("draft");
    }

    [Fact]
    public async Task A_template_is_rendered_with_the_functions_it_chose_and_warned_of_the_other_order()
    {
        var client = $"c{Guid.NewGuid():N}"[..20];
        var subscriber = await app.NewSubscriber();
        var id = await Make(client: client, content: "a\n  {{\"v1.2\" | trimPrefix \"v\"}}");

        var warned = (await _admin.Http.Post($"{Templates}/{id}/publish")).Ok["warnings"]!.AsArray();
        ((int)warned.Single()!["line"]!, (int)warned.Single()!["column"]!).Should().Be((2, 14));
        (await app.Anonymous.Fetch(subscriber.Token, client: client)).Text.Should().Be("a\n  v");

        ((string)(await _admin.Http.Patch($"{Templates}/{id}", new { functions = "Sprig" })).Ok["functions"]!).Should().Be("sprig");
        (await app.Anonymous.Fetch(subscriber.Token, client: client)).Text.Should().Be("a\n  v");
        (await _admin.Http.Post($"{Templates}/{id}/publish")).Ok["warnings"]!.AsArray().Should().BeEmpty();
        (await app.Anonymous.Fetch(subscriber.Token, client: client)).Text.Should().Be("a\n  1.2");
        (await _admin.Http.Get($"{Templates}/{id}/history")).Ok["history"]!.AsArray().Select(row => (string)row!["functions"]!)
            .Should().Equal("sprig", "panel");
    }

    [Theory]
    [InlineData("text", "a\n  {{.subscription.name | nope}}", "template.syntax", "2", "26")]
    [InlineData("text", "{{index .links 99}}", "template.render", "1", "3")]
    [InlineData("text", "{{range 1000000000}}{{end}}", "template.limit", "1", "3")]
    [InlineData("json", "{\n  \"a\": {{.subscription.name}}\n}", "template.output", "2", "8")]
    public async Task What_does_not_render_is_not_published(string format, string content, string code, string line, string column)
    {
        var id = await Make(content: content, format: format);

        var refused = await _admin.Http.Post($"{Templates}/{id}/publish");

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        refused.Code.Should().Be(code);
        ((string)refused.Json["details"]!["line"]![0]!).Should().Be(line);
        ((string)refused.Json["details"]!["column"]![0]!).Should().Be(column);
        (await app.Scalar<int>("select version from subscription_templates where id = $1", id)).Should().Be(0);
        (await app.Scalar<long>("select count(*) from subscription_template_editions where template_id = $1", id)).Should().Be(0);
    }

    [Fact]
    public async Task Variables_are_enforced_when_publishing_and_given_their_defaults()
    {
        var client = $"c{Guid.NewGuid():N}"[..20];
        var id = await Make(client: client, content: "{{.brand.color}} {{.subscription.plan}}");
        async Task<Reply> With(object variables)
        {
            (await _admin.Http.Patch($"{Templates}/{id}", new { variables })).Ok.ToString();
            return await _admin.Http.Post($"{Templates}/{id}/publish");
        }

        (await With(new Dictionary<string, object> { ["brand.color"] = new { value_type = "string", required = true } })).Code
            .Should().Be("template.variable_missing");
        (await With(new Dictionary<string, object> { ["subscription.plan"] = new { value_type = "integer" } })).Code.Should()
            .Be("template.variable_type");
        (await With(new Dictionary<string, object> { ["brand.color"] = new { value_type = "string", required = true, default_value = "blue" } })).Ok.ToString();

        (await app.Anonymous.Fetch((await app.NewSubscriber()).Token, client: client)).Text.Should().Be("blue VIP");
    }

    [Fact]
    public async Task A_client_type_has_one_default_also_when_several_want_to_be_it_at_once()
    {
        var client = $"c{Guid.NewGuid():N}"[..20];
        var ids = new List<long>();
        for (var n = 0; n < 4; n++)
            ids.Add(await Make(client: client));

        var replies = await Task.WhenAll(ids.Select(id => _admin.Http.Patch($"{Templates}/{id}", new { is_default = true })));

        replies.Should().OnlyContain(reply => reply.Status == HttpStatusCode.OK || reply.Status == HttpStatusCode.Conflict);
        (await app.Scalar<long>("select count(*) from subscription_templates where default_of = $1", client)).Should().Be(1);
        var last = (await _admin.Http.Patch($"{Templates}/{ids[0]}", new { is_default = true })).Ok;
        ((bool)last["is_default"]!).Should().BeTrue();
        (await app.Scalar<long>("select id from subscription_templates where default_of = $1", client)).Should().Be(ids[0]);
        await _admin.Http.Patch($"{Templates}/{ids[0]}", new { is_default = false });
        (await app.Scalar<long>("select count(*) from subscription_templates where default_of = $1", client)).Should().Be(0);
    }

    [Fact]
    public async Task The_list_hides_drafts_filters_and_pages()
    {
        var client = $"c{Guid.NewGuid():N}"[..20];
        var (draft, live) = (await Make(client: client), await Make(client: client, format: "json", content: "{}"));
        await _admin.Http.Post($"{Templates}/{live}/publish");

        (await Ids($"client_type={client}")).Should().Equal(live);
        (await Ids($"client_type={client.ToUpperInvariant()}&include_drafts=true&sort=created_at&direction=asc")).Should()
            .Equal(draft, live);
        (await Ids($"client_type={client}&include_drafts=1&format=JSON")).Should().Equal(live);
        (await Ids($"client_type={client}&include_drafts=1&q=no-such-name")).Should().BeEmpty();
        var page = (await _admin.Http.Get(
            $"{Templates}?client_type={client}&include_drafts=1&per_page=1&page=2&sort=nonsense")).Ok["pagination"]!;
        page.ToJsonString().Should().Be("""{"page":2,"per_page":1,"total_count":2,"has_next":false,"has_prev":true}""");
    }

    [Fact]
    public async Task Every_start_brings_the_standard_templates_and_keeps_what_an_admin_made_of_them()
    {
        await app.SeedTemplates();
        var id = await app.Scalar<long>("select id from subscription_templates where name = 'Clash' and client_type = 'clash'");
        await _admin.Http.Patch($"{Templates}/{id}", new { description = "ours" });

        await Task.WhenAll(app.SeedTemplates(), app.SeedTemplates());

        (await app.Scalar<long>("select count(distinct client_type) from subscription_templates where last_published_by = 'system' and version = 1")).Should().Be(6);
        (await app.Scalar<string>("select description from subscription_templates where id = $1", id)).Should().Be("ours");
    }

    [Fact]
    public async Task Each_route_asks_for_its_permission()
    {
        var id = await Make();
        var weak = (await app.NewAdmin("plan.list")).Http;

        var replies = new[]
        {
            await weak.Get(Templates), await weak.Post(Templates, new { }), await weak.Patch($"{Templates}/{id}", new { }),
            await weak.Post($"{Templates}/{id}/publish"), await weak.Get($"{Templates}/{id}/history"),
        };

        replies.Should().OnlyContain(reply => reply.Status == HttpStatusCode.Forbidden && reply.Code == "auth.permission_denied");
    }

    private static string Name() => $"template {Guid.NewGuid():N}";

    private async Task<long> Make(string? name = null, string client = "clash", string content = "x", string format = "text") =>
        (long)(await _admin.Http.Post(Templates, new { name = name ?? Name(), client_type = client, format, content })).Ok["id"]!;

    private async Task<IReadOnlyList<long>> Ids(string query) =>
        [.. (await _admin.Http.Get($"{Templates}?{query}")).Ok["templates"]!.AsArray().Select(row => (long)row!["id"]!)];
}
