using System.Net;
using System.Security.Cryptography;
using System.Text;
using FluentAssertions;
using VpsPanel.Functional.Tests.Sales.Subscriptions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Proxies.Profiles;

public sealed class MySubscriptionProfileTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private const string Templates = "/api/v1/admin/subscription-templates";

    private Person _admin = null!;

    public async Task InitializeAsync()
    {
        await app.SeedTemplates();
        _admin = await app.Primary();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_owner_sees_what_a_client_would_get()
    {
        var subscriber = await app.NewSubscriber();
        var surge = await TemplateOf("surge");

        var preview = (await subscriber.Person.Http.Get($"{Path(subscriber)}/preview?template_id={surge}")).Ok;

        var content = (string)preview["content"]!;
        content.Should().Contain("[Proxy Group]");
        ((long)preview["subscription_id"]!).Should().Be(subscriber.Id.Value);
        ((long)preview["template_id"]!).Should().Be(surge);
        ((string)preview["content_type"]!).Should().Be("text/plain; charset=utf-8");
        ((string)preview["etag"]!).Should().Be(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))));
        ((long)preview["generated_at"]!).Should().BeCloseTo(app.Clock.GetUtcNow().ToUnixTimeSeconds(), 60);
        ((string)(await subscriber.Person.Http.Get($"{Path(subscriber)}/preview?template_id=x")).Ok["content"]!).Should()
            .StartWith("mixed-port");
    }

    [Fact]
    public async Task A_template_is_chosen_for_its_own_kind_of_client()
    {
        var subscriber = await app.NewSubscriber();
        var mine = await Publish("clash", "mine: {{.subscription.name}}");

        var chosen = (await subscriber.Person.Http.Post($"{Path(subscriber)}/template", new { template_id = mine })).Ok;

        chosen.ToJsonString().Should().Be(
            $$"""{"subscription_id":{{subscriber.Id.Value}},"template_id":{{mine}},"updated_at":{{chosen["updated_at"]}}}""");
        (await app.Scalar<long>("select template_id from subscriptions where id = $1", subscriber.Id.Value)).Should().Be(mine);
        (await app.Anonymous.Fetch(subscriber.Token)).Text.Should().StartWith("mine: ");
        (await app.Anonymous.Fetch(subscriber.Token, "SFA/1.11")).Text.Should().StartWith("{");
        (await app.Anonymous.Fetch(subscriber.Token, "unheard-of/1")).Text.Should().StartWith("mine: ");
        ((long)(await subscriber.Person.Http.Post($"{Path(subscriber)}/template", new { template_id = 0 })).Ok["template_id"]!).Should().Be(mine);
    }

    [Fact]
    public async Task Every_subscription_offers_the_published_templates_and_carries_the_default_until_its_owner_chooses()
    {
        var subscriber = await app.NewSubscriber();
        var (clash, draft) = (await TemplateOf("clash"), await Draft("clash", "x"));

        var before = await Mine(subscriber);
        var offered = before["available_template_ids"]!.AsArray().Select(id => (long)id!).ToList();

        ((long)before["template_id"]!).Should().Be(clash);
        long[] published = [clash, await TemplateOf("surge"), await TemplateOf("sing-box")];
        offered.Should().Contain(published).And.NotContain(draft);
        var admins = (await _admin.Http.Get($"/api/v1/admin/subscriptions?user_id={subscriber.Person.Id.Value}")).Ok["subscriptions"]![0]!;
        ((long)admins["template_id"]!).Should().Be(clash);
        admins["available_template_ids"]!.ToJsonString().Should().Be(before["available_template_ids"]!.ToJsonString());
        ((long)(await subscriber.Person.Http.Post($"{Path(subscriber)}/template", new { template_id = 0 })).Ok["template_id"]!).Should().Be(clash);

        // What a page does with it: look at each, compare two, take one.
        var contents = new HashSet<string>();
        foreach (var template in published)
            contents.Add((string)(await subscriber.Person.Http.Get($"{Path(subscriber)}/preview?template_id={template}")).Ok["content"]!);
        contents.Should().HaveCount(3);
        var surge = await TemplateOf("surge");
        _ = (await subscriber.Person.Http.Post($"{Path(subscriber)}/template", new { template_id = surge })).Ok;

        ((long)(await Mine(subscriber))["template_id"]!).Should().Be(surge);
        ((long)(await subscriber.Person.Http.Get($"{Path(subscriber)}/preview")).Ok["template_id"]!).Should().Be(surge);
    }

    [Fact]
    public async Task A_limited_subscription_offers_what_it_is_limited_to()
    {
        var subscriber = await app.NewSubscriber();
        var surge = await TemplateOf("surge");
        await app.Change(subscriber.Id, subscription => subscription.OfferTemplates([surge]));

        var mine = await Mine(subscriber);

        mine["available_template_ids"]!.ToJsonString().Should().Be($"[{surge}]");
        ((long)mine["template_id"]!).Should().Be(surge);
    }

    [Fact]
    public async Task Templates_that_are_not_offered_not_published_or_not_there_are_refused()
    {
        var subscriber = await app.NewSubscriber();
        var (clash, surge, draft) = (await TemplateOf("clash"), await TemplateOf("surge"), await Draft("clash", "x"));
        await app.Change(subscriber.Id, subscription => subscription.OfferTemplates([clash]));

        async Task<string> Choose(long id) =>
            (await subscriber.Person.Http.Post($"{Path(subscriber)}/template", new { template_id = id })).Code;
        async Task<string> Preview(long id) => (await subscriber.Person.Http.Get($"{Path(subscriber)}/preview?template_id={id}")).Code;

        (await Choose(surge)).Should().Be("subscription_template.not_available");
        (await Preview(surge)).Should().Be("subscription_template.not_available");
        (await app.Anonymous.Fetch(subscriber.Token, "Surge iOS/2985")).Text.Should().StartWith("mixed-port");
        await app.Change(subscriber.Id, subscription => subscription.OfferTemplates([]));
        (await Choose(draft)).Should().Be("subscription_template.not_found");
        (await Preview(draft)).Should().Be("subscription_template.not_found");
        (await Choose(999_999)).Should().Be("subscription_template.not_found");
        (await Choose(-1)).Should().Be("subscription_template.not_found");
    }

    [Fact]
    public async Task A_template_that_fails_for_this_very_subscription_says_where_to_its_owner_and_nothing_to_clients()
    {
        var subscriber = await app.NewSubscriber();
        var broken = await Publish("breaks", "{{if eq .subscription.plan \"VIP\"}}\n{{index .links 99}}{{end}}");

        var refused = await subscriber.Person.Http.Get($"{Path(subscriber)}/preview?template_id={broken}");
        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        refused.Code.Should().Be("template.render");
        ((string)refused.Json["details"]!["line"]![0]!).Should().Be("2");

        var fetched = await app.Anonymous.Fetch(subscriber.Token, client: "breaks");
        fetched.Status.Should().Be(503);
        fetched.Text.Should().Contain("subscription.no_profile").And.NotContain("line");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_rotation_kills_the_old_address_and_the_credentials_when_asked(bool credentials)
    {
        await app.NewNode($"node {Guid.NewGuid():N}");
        var subscriber = await app.NewSubscriber();
        var before = await app.Anonymous.Fetch(subscriber.Token);

        var rotated = (await subscriber.Person.Http.Post(
            $"{Path(subscriber)}/rotate", credentials ? null : new { rotate_credentials = false })).Ok;

        var token = (string)rotated["token"]!;
        token.Should().NotBe(subscriber.Token);
        (await app.Anonymous.Fetch(subscriber.Token)).Status.Should().Be(404);
        var after = await app.Anonymous.Fetch(token);
        after.Status.Should().Be(200);
        (after.Text == before.Text).Should().Be(!credentials);
        var link = (await subscriber.Person.Http.Get($"{Path(subscriber)}/link")).Ok;
        ((string)link["token"]!).Should().Be(token);
        (await app.Scalar<string>("select sealed_token from subscriptions where id = $1", subscriber.Id.Value)).Should().NotContain(token);
    }

    [Fact]
    public async Task The_address_is_that_of_the_site()
    {
        var subscriber = await app.NewSubscriber();
        await _admin.Http.Patch("/admin/api/v1/settings", new { key = "site_url", value = "https://shop.example.com/" });

        ((string)(await subscriber.Person.Http.Get($"{Path(subscriber)}/link")).Ok["url"]!)
            .Should().Be($"https://shop.example.com/api/v1/subscriptions/{subscriber.Token}");

        var surge = await app.Anonymous.Fetch(subscriber.Token, "Surge iOS/2985");
        surge.Text.Should().StartWith($"#!MANAGED-CONFIG https://shop.example.com/api/v1/subscriptions/{subscriber.Token}?client=surge interval=86400 strict=false\n");
        surge.Header("Profile-Web-Page-Url").Should().Be("https://shop.example.com");
        await _admin.Http.Patch("/admin/api/v1/settings", new { key = "site_url", value = "" });
    }

    [Fact]
    public async Task Strangers_find_nothing_and_nobody_gets_in_without_signing_in()
    {
        var subscriber = await app.NewSubscriber();
        var stranger = (await app.NewUser()).Http;

        foreach (var http in new[] { stranger, app.Anonymous })
        {
            var replies = new[]
            {
                await http.Get($"{Path(subscriber)}/preview"),
                await http.Post($"{Path(subscriber)}/template", new { template_id = 1 }),
                await http.Get($"{Path(subscriber)}/link"),
                await http.Post($"{Path(subscriber)}/rotate"),
            };
            replies.Should().OnlyContain(reply => http == stranger
                ? reply.Code == "subscription.not_found" && reply.Status == HttpStatusCode.NotFound
                : reply.Status == HttpStatusCode.Unauthorized);
        }

        (await app.Anonymous.Fetch(subscriber.Token)).Status.Should().Be(200);
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> Mine(Subscriber subscriber) =>
        (await subscriber.Person.Http.Get("/api/v1/user/subscriptions")).Ok["subscriptions"]![0]!;

    private static string Path(Subscriber subscriber) => $"/api/v1/user/subscriptions/{subscriber.Id.Value}";

    private Task<long> TemplateOf(string client) =>
        app.Scalar<long>("select id from subscription_templates where client_type = $1 and default_of = $1", client);

    private async Task<long> Draft(string client, string content) => (long)(await _admin.Http.Post(
        Templates, new { name = $"t {Guid.NewGuid():N}", client_type = client, format = "text", content })).Ok["id"]!;

    private async Task<long> Publish(string client, string content)
    {
        var id = await Draft(client, content);
        (await _admin.Http.Post($"{Templates}/{id}/publish")).Ok.ToString();
        return id;
    }
}
