using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Proxies.Nodes;
using VpsPanel.Domain.Proxies.Nodes;
using VpsPanel.Functional.Tests.Sales.Subscriptions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Proxies.Profiles;

public sealed class DeliveryTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private const string Settings = "/admin/api/v1/settings";

    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        _http = app.Anonymous;
        await app.SeedTemplates();
        await app.Primary();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_client_gets_its_profile_with_every_header_that_clients_read()
    {
        await app.NewNode(Name());
        var subscriber = await app.NewSubscriber();
        await app.Change(subscriber.Id, subscription => subscription.Use(Subscribers.Gib));

        var got = await _http.Fetch(subscriber.Token);

        got.Status.Should().Be(200);
        got.Text.Should().StartWith("mixed-port:").And.Contain("node.example.com");
        var end = await app.Scalar<long>(
            "select floor(extract(epoch from expires_at)) from subscriptions where id = $1", subscriber.Id.Value);
        got.Header("Subscription-Userinfo").Should()
            .Be($"upload=0; download={Subscribers.Gib}; total={100 * Subscribers.Gib}; expire={end}");
        got.Header("Profile-Update-Interval").Should().Be("24");
        got.Header("Profile-Title").Should().Be("base64:" + Convert.ToBase64String(Encoding.UTF8.GetBytes("香港 \"VIP\"")));
        got.Header("Content-Disposition").Should().Be("attachment; filename=\"____VIP_\"; filename*=UTF-8''%E9%A6%99%E6%B8%AF%20%22VIP%22");
        got.Header("Content-Type").Should().Be("text/yaml; charset=utf-8");
        got.Header("Cache-Control").Should().Be("no-store, private");
        got.Header("Vary").Should().Be("User-Agent, Accept");
        got.Header("X-Content-Type-Options").Should().Be("nosniff");
        got.ETag.Should().MatchRegex("^\"[A-Za-z0-9_-]{43}\"$");
        got.Header("Content-Length").Should().Be($"{Encoding.UTF8.GetByteCount(got.Text)}");
        (await app.Scalar<DateTime>("select last_refreshed_at from subscriptions where id = $1", subscriber.Id.Value))
            .Should().BeCloseTo(app.Clock.GetUtcNow().UtcDateTime, TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("clash-verge/v2.0.3", "clash")]
    [InlineData("FlClash/v0.8.70", "clash")]
    [InlineData("HiddifyNext/2.0.5 (android) like ClashMeta v2ray sing-box", "base64")]
    [InlineData("HiddifyNextX/2.0.5 (android) like ClashMeta v2ray sing-box", "base64")]
    [InlineData("SFA/1.11.0 (445; sing-box 1.11.0; language zh_CN)", "sing-box")]
    [InlineData("v2rayN/6.40", "base64")]
    [InlineData("v2rayNG/1.8.29", "base64")]
    [InlineData("Shadowrocket/1992 CFNetwork/1474", "base64")]
    [InlineData("Happ/1.63.1", "base64")]
    [InlineData("Surge iOS/2985", "surge")]
    [InlineData("Quantumult%20X/1.0.30", "quantumultx")]
    [InlineData("Loon/762 CFNetwork/1494", "loon")]
    [InlineData("koala-clash/v0.2.1", "clash")]
    [InlineData("curl/8.5", "base64")]
    [InlineData("", "base64")]
    public async Task Every_client_is_served_in_its_own_language(string agent, string kind)
    {
        await app.NewNode(Name());
        var subscriber = await app.NewSubscriber();

        var got = await _http.Fetch(subscriber.Token, agent);

        got.Status.Should().Be(200);
        KindOf(got).Should().Be(kind);
        got.Header("Subscription-Userinfo").Should().MatchRegex("^upload=[0-9]+; download=[0-9]+; total=[0-9]+; expire=[0-9]+$");
        got.Header("Profile-Update-Interval").Should().MatchRegex("^[0-9]+$");
        got.Header("Content-Disposition").Should().Contain("filename=\"").And.Contain("filename*=UTF-8''");
        (await _http.Fetch(subscriber.Token, agent, got.ETag)).Status.Should().Be(304);
    }

    [Theory]
    [InlineData("clash", "clash")]
    [InlineData("Mihomo", "clash")]
    [InlineData("singbox", "sing-box")]
    [InlineData("surge", "surge")]
    [InlineData("quantumult-x", "quantumultx")]
    [InlineData("v2ray", "base64")]
    [InlineData("no-such-client", "base64")]
    public async Task The_address_may_name_the_client(string client, string kind)
    {
        var subscriber = await app.NewSubscriber();

        KindOf(await _http.Fetch(subscriber.Token, "clash.meta/v1", client: client)).Should().Be(kind);
        KindOf(await _http.Fetch(subscriber.Token, "Mozilla/5.0", client: client, accept: "text/html")).Should().Be(kind);
    }

    [Fact]
    public async Task What_is_known_is_not_sent_again_and_the_headers_come_all_the_same()
    {
        var subscriber = await app.NewSubscriber();
        var got = await _http.Fetch(subscriber.Token);

        foreach (var known in new[] { got.ETag, $"W/{got.ETag}", $"\"other\", {got.ETag}", "*" })
        {
            var again = await _http.Fetch(subscriber.Token, ifNoneMatch: known);
            again.Status.Should().Be(304, known);
            again.Text.Should().BeEmpty();
            again.ETag.Should().Be(got.ETag);
            again.Header("Subscription-Userinfo").Should().Be(got.Header("Subscription-Userinfo"));
            again.Header("Cache-Control").Should().Be("no-store, private");
        }

        (await _http.Fetch(subscriber.Token, ifNoneMatch: "\"other\"")).Status.Should().Be(200);
        (await _http.Fetch(subscriber.Token, ifNoneMatch: "nonsense")).Status.Should().Be(200);
    }

    [Fact]
    public async Task Head_tells_all_but_the_body()
    {
        var subscriber = await app.NewSubscriber();
        var got = await _http.Fetch(subscriber.Token);

        var head = await _http.Fetch(subscriber.Token, method: HttpMethod.Head);

        head.Status.Should().Be(200);
        head.Text.Should().BeEmpty();
        head.ETag.Should().Be(got.ETag);
        head.Header("Content-Length").Should().Be(got.Header("Content-Length"));
        (await _http.Fetch(subscriber.Token, method: HttpMethod.Post)).Status.Should().Be(405);
        (await _http.Fetch("unknown-token", method: HttpMethod.Head)).Status.Should().Be(404);
    }

    [Fact]
    public async Task A_browser_gets_a_page_without_secrets()
    {
        await app.NewNode(Name());
        var subscriber = await app.NewSubscriber();

        var page = await _http.Fetch(
            subscriber.Token, "Mozilla/5.0 (X11; Linux x86_64)", accept: "text/html,application/xhtml+xml,*/*;q=0.8");

        page.Status.Should().Be(200);
        page.Header("Content-Type").Should().Be("text/plain; charset=utf-8");
        page.Text.Should()
            .Contain("香港 \"VIP\"").And.Contain("0 GiB of 100 GiB used").And.NotContain("node.example.com").And.NotContain(subscriber.Token);
        page.Headers.ETag.Should().BeNull();
    }

    [Fact]
    public async Task An_unknown_or_overlong_token_is_not_found()
    {
        foreach (var token in new[] { "nothing", new string('x', 500) })
        {
            var refused = await _http.Fetch(token);

            refused.Status.Should().Be(404);
            ((string)JsonNode.Parse(refused.Text)!["code"]!).Should().Be("subscription.not_found");
        }
    }

    [Fact]
    public async Task Who_may_not_use_it_any_more_gets_a_profile_that_says_so_and_holds_no_secret()
    {
        await app.NewNode(Name());
        var subscriber = await app.NewSubscriber(days: 0.1);
        var secret = Uuid(await _http.Fetch(subscriber.Token));

        await app.Change(subscriber.Id, subscription => subscription.Use(100 * Subscribers.Gib));
        app.Clock.Advance(TimeSpan.FromSeconds(4));
        Says(await _http.Fetch(subscriber.Token), "Traffic used up");
        await app.Change(subscriber.Id, subscription => subscription.Disable());
        Says(await _http.Fetch(subscriber.Token), "Subscription disabled");
        await app.Change(subscriber.Id, subscription => subscription.Enable(app.Clock.GetUtcNow()));
        app.Clock.Advance(TimeSpan.FromHours(3));
        Says(await _http.Fetch(subscriber.Token), "Expired on ");

        void Says(Delivery got, string message)
        {
            got.Status.Should().Be(200);
            got.Text.Should().Contain(message).And.NotContain(secret).And.NotContain("node.example.com");
        }
    }

    [Fact]
    public async Task The_subscription_of_a_disabled_user_is_disabled_too()
    {
        await app.NewNode(Name());
        var subscriber = await app.NewSubscriber();
        (await _http.Fetch(subscriber.Token)).Text.Should().Contain("node.example.com");

        (await (await app.Primary()).Http.Patch(
            $"/admin/api/v1/users/{subscriber.Person.Id.Value}/status", new { status = "disabled" })).Ok.ToString();
        app.Clock.Advance(TimeSpan.FromSeconds(4));

        (await _http.Fetch(subscriber.Token)).Text.Should().Contain("Subscription disabled").And.NotContain("node.example.com");
    }

    [Fact]
    public async Task Two_nodes_send_the_same_tag_and_see_a_change_within_seconds()
    {
        var node = await app.NewNode(Name());
        var subscriber = await app.NewSubscriber();
        var other = app.Client(null, app.AddNode());
        var first = await _http.Fetch(subscriber.Token);
        var second = await other.Fetch(subscriber.Token);
        second.ETag.Should().Be(first.ETag);
        second.Text.Should().Be(first.Text);

        await app.Work(async services =>
        {
            _ = (await services.GetRequiredService<INodes>().FindForUpdate(node, default))!
                .Configure(new KernelState("vless", "moved.example.com:443", "", "{}")).Value;
            return true;
        });

        var here = await _http.Fetch(subscriber.Token, ifNoneMatch: first.ETag);
        here.Status.Should().Be(200);
        here.Text.Should().Contain("moved.example.com");
        app.Clock.Advance(TimeSpan.FromSeconds(4));
        (await other.Fetch(subscriber.Token)).ETag.Should().Be(here.ETag);
    }

    [Fact]
    public async Task Only_nodes_that_are_online_are_served_and_their_names_break_nothing()
    {
        var (odd, hidden) = ($"a: \"{Name()}\" # c\n- x", Name());
        await app.NewNode(odd);
        await app.NewNode(hidden, status: NodeStatus.Maintenance);
        var subscriber = await app.NewSubscriber();

        var outbounds = JsonNode.Parse((await _http.Fetch(subscriber.Token, client: "sing-box")).Text)!["outbounds"]!.AsArray();

        var tags = outbounds.Select(outbound => (string)outbound!["tag"]!).ToList();
        tags.Should().Contain(odd.Replace('\n', ' ')).And.NotContain(tag => tag.Contains(hidden, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Too_many_fetches_of_one_subscription_wait_while_others_go_on()
    {
        var (busy, calm) = (await app.NewSubscriber(), await app.NewSubscriber());
        var (fetches, refused) = (0, await _http.Fetch(busy.Token));
        for (; refused.Status == 200 && fetches < 1000; fetches++)
            refused = await _http.Fetch(busy.Token, $"client/{fetches % 40}");

        // Some grow back while the test runs.
        fetches.Should().BeGreaterThanOrEqualTo(60);
        refused.Status.Should().Be(429);
        ((string)JsonNode.Parse(refused.Text)!["code"]!).Should().Be("subscription.rate_limited");
        int.Parse(refused.Header("Retry-After")!).Should().BeInRange(1, 60);
        (await _http.Fetch(calm.Token)).Status.Should().Be(200);
        app.Clock.Advance(TimeSpan.FromSeconds(2));
        (await _http.Fetch(busy.Token)).Status.Should().Be(200);
    }

    [Fact]
    public async Task Rules_are_edited_as_a_setting_and_bite_at_once()
    {
        var subscriber = await app.NewSubscriber();
        var admin = await app.Primary();
        KindOf(await _http.Fetch(subscriber.Token, "MyApp/1.0")).Should().Be("base64");

        (await admin.Http.Patch(
            Settings, new { key = "subscription_client_rules", value = "[{\"agent\":\"MyApp\",\"client\":\"surge\"}]" })).Status
            .Should().Be(System.Net.HttpStatusCode.BadRequest);
        var original = DefaultRules;
        (await admin.Http.Patch(
            Settings, new { key = "subscription_client_rules", value = "[{\"agent\":\"^MyApp\",\"client\":\"surge\"}]" })).Ok.ToString();
        KindOf(await _http.Fetch(subscriber.Token, "MyApp/1.0")).Should().Be("surge");
        (await admin.Http.Patch(Settings, new { key = "subscription_client_rules", value = original })).Ok.ToString();
    }

    [Fact]
    public async Task A_client_gets_what_its_version_takes()
    {
        var name = Name();
        await app.NewNode(name, """{"tls":true,"sni":"a.example.com","network":"xhttp","path":"/x"}""");
        var subscriber = await app.NewSubscriber();

        (await _http.Fetch(subscriber.Token, "clash.meta/v1.19.21")).Text.Should().NotContain(name);
        (await _http.Fetch(subscriber.Token, "clash.meta/v1.19.22")).Text.Should().Contain(name).And.Contain("xhttp-opts");
        (await _http.Fetch(subscriber.Token, "clash-verge/v2.0.3")).Text.Should().NotContain(name, "it may run any core");
        (await _http.Fetch(subscriber.Token, "SFA/1.11.15 (1; sing-box 1.11.15)")).Text.Should().Contain("\"address\": \"https://1.1.1.1");
        (await _http.Fetch(subscriber.Token, "SFA/1.13.3 (1; sing-box 1.13.3)")).Text.Should().Contain("\"default_domain_resolver\"");
    }

    [Fact]
    public async Task One_bad_kernel_costs_no_other_its_place()
    {
        var (good, bad) = (Name(), Name());
        await app.NewNode(good);
        await app.NewNode(bad, """{"security":"reality","pbk":"short"}""");
        var subscriber = await app.NewSubscriber();

        foreach (var client in new[] { "clash", "sing-box" })
            (await _http.Fetch(subscriber.Token, client: client)).Text.Should().Contain(good).And.NotContain(bad);
    }

    private static string DefaultRules => VpsPanel.Application.Proxies.Profiles.DeliverySettings.Rules.DefaultText;

    private static string KindOf(Delivery got) => got.Text switch
    {
        ['m', 'i', 'x', ..] => "clash",
        ['{', ..] => "sing-box",
        _ when got.Text.Contains("[Proxy Group]", StringComparison.Ordinal) => "surge",
        _ when got.Text.Contains("=VLESS,", StringComparison.Ordinal) || got.Text.Contains("=Shadowsocks,", StringComparison.Ordinal) => "loon",
        _ when got.Text.Contains("tag=", StringComparison.Ordinal) || got.Text.Trim().Length == 0 => "quantumultx",
        _ when Encoding.UTF8.GetString(Convert.FromBase64String(got.Text)).Contains("://", StringComparison.Ordinal) => "base64",
        _ => got.Text,
    };

    private static string Uuid(Delivery got) =>
        got.Text.Split("\"uuid\": \"")[1][..36];

    private static string Name() => $"node {Guid.NewGuid():N}";
}
