using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.ScheduledTasks;
using VpsPanel.Application.Sales.Subscriptions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Nodes;
using VpsPanel.Domain.Proxies.Traffic;
using VpsPanel.Domain.Sales.Plans;
using VpsPanel.Domain.Sales.Subscriptions;
using VpsPanel.Functional.Tests.Sales.Subscriptions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Proxies.Traffic;

public sealed class TrafficTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private HttpClient _machine = null!;
    private NodeId _node;

    public async Task InitializeAsync()
    {
        _machine = await Machine("node");
        _node = await app.NewNode($"edge-{Guid.NewGuid():N}");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task What_a_node_reports_is_used()
    {
        var (first, second) = (await app.NewSubscriber(), await app.NewSubscriber());

        var receipt = (await Report("boot", 1, (first, 100, 50), (second, 1, 2))).Ok;

        receipt.ToJsonString().Should().Be(
            $$"""{"node_id":{{_node.Value}},"sequence":1,"accepted":2,"ignored":0,"added_bytes":153,"unknown":[],"rejected":[]}""");
        (await Used(first)).Should().Be(150);
        (await Used(second)).Should().Be(3);
    }

    [Fact]
    public async Task A_report_that_comes_again_or_late_adds_nothing()
    {
        var subscriber = await app.NewSubscriber();
        await Report("boot", 2, (subscriber, 100, 100));

        ((int)(await Report("boot", 2, (subscriber, 100, 100))).Ok["ignored"]!).Should().Be(1);
        ((int)(await Report("BOOT", 1, (subscriber, 50, 50))).Ok["ignored"]!).Should().Be(1);
        (await Used(subscriber)).Should().Be(200);
        await Report("boot", 3, (subscriber, 110, 100));
        (await Used(subscriber)).Should().Be(210);
    }

    [Fact]
    public async Task After_a_restart_counters_begin_anew_and_the_old_boot_has_nothing_more_to_say()
    {
        var subscriber = await app.NewSubscriber();
        await Report("one", 9, (subscriber, 100, 0));
        await Report("two", 1, (subscriber, 30, 0));

        ((int)(await Report("one", 9, (subscriber, 100, 0))).Ok["ignored"]!).Should().Be(1, "a replay");
        ((int)(await Report("one", 10, (subscriber, 120, 0))).Ok["ignored"]!).Should().Be(1, "it came late");
        (await Used(subscriber)).Should().Be(130);
        await Report("two", 2, (subscriber, 5, 0));
        (await Used(subscriber)).Should().Be(135, "smaller counters were started anew without telling");
    }

    [Fact]
    public async Task Parallel_reports_of_many_nodes_lose_and_double_nothing()
    {
        var subscribers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => app.NewSubscriber()));
        var nodes = await Task.WhenAll(Enumerable.Range(0, 4).Select(turn => app.NewNode($"edge-{Guid.NewGuid():N}")));
        using var other = await Machine("node", app.AddNode());

        // Each node counts to 600 for everybody in six reports, which all come at once, mixed up, twice and on two machines.
        var sends =
            from node in nodes
            from sequence in Enumerable.Range(1, 6)
            from http in new[] { _machine, other }
            select (Node: node, Sequence: sequence, Http: http);
        var mixed = sends.OrderBy(_ => Random.Shared.Next()).ToList();
        var replies = await Task.WhenAll(mixed.Select(send => Send(
            send.Http, send.Node, "boot", send.Sequence,
            [.. subscribers.Reverse().Select(one => (one.Id.Value, send.Sequence * 60L, send.Sequence * 40L))])));

        // A refused lost race may be sent again; the last word of every node has to arrive.
        replies.Should().OnlyContain(reply => reply.Status == HttpStatusCode.OK || reply.Status == HttpStatusCode.Conflict);
        foreach (var node in nodes)
            await Send(_machine, node, "boot", 7, [.. subscribers.Select(one => (one.Id.Value, 360L, 240L))]);

        foreach (var subscriber in subscribers)
            (await Used(subscriber)).Should().Be(4 * 600);
        (await app.Scalar<long>("select sum(counted_bytes) from traffic_counters where subscription_id = $1", subscribers[0].Id.Value))
            .Should().Be(4 * 600, "the sum of what was accepted is what is used");
    }

    [Fact]
    public async Task Unknown_subscriptions_do_not_spoil_the_others()
    {
        var subscriber = await app.NewSubscriber();

        var receipt = (await Send(_machine, _node, "boot", 1, [(999_999, 5, 5), (subscriber.Id.Value, 1, 1), (0, 1, 1)])).Ok;

        receipt["unknown"]!.ToJsonString().Should().Be("[999999,0]");
        (await Used(subscriber)).Should().Be(2);
    }

    [Fact]
    public async Task Each_direction_restarts_for_itself()
    {
        var subscriber = await app.NewSubscriber();
        await Report("boot", 1, (subscriber, 100, 10));
        await Report("boot", 2, (subscriber, 100, 1_000_000_000));

        await Report("boot", 3, (subscriber, 40, 1_000_000_010));

        (await Used(subscriber)).Should().Be(1_000_000_150);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("""{"subscription_id":0}""")]
    [InlineData("""{"subscription_id":0,"upload_bytes":1}""")]
    [InlineData("""{"subscription_id":0,"upload_bytes":-1,"download_bytes":0}""")]
    [InlineData("""{"subscription_id":0,"upload_bytes":0,"download_bytes":1000000000000000001}""")]
    [InlineData("""{"subscription_id":0,"upload_bytes":"many","download_bytes":0}""")]
    [InlineData("""{"subscription_id":0,"upload_bytes":"\ud800","download_bytes":0}""")]
    [InlineData("""{"subscription_id":0,"upload_bytes":1.5,"download_bytes":0}""")]
    [InlineData("""{"subscription_id":0,"upload_bytes":1e300,"download_bytes":0}""")]
    [InlineData("""{"subscription_id":"x","upload_bytes":1,"download_bytes":0}""")]
    public async Task A_counter_that_cannot_be_believed_is_named_and_the_others_count(string bad)
    {
        var (good, spoilt) = (await app.NewSubscriber(), await app.NewSubscriber());
        bad = bad.Replace("\"subscription_id\":0", $"\"subscription_id\":{spoilt.Id.Value}", StringComparison.Ordinal);
        var counter = $$"""{"subscription_id":{{good.Id.Value}},"upload_bytes":"3","download_bytes":4}""";

        var receipt = (await _machine.Post(Path(_node), $$"""{"boot_id":"boot","sequence":1,"counters":[{{counter}},{{bad}}]}""")).Ok;

        ((int)receipt["accepted"]!, (int)receipt["ignored"]!, (long)receipt["added_bytes"]!).Should().Be((1, 0, 7));
        var rejected = receipt["rejected"]!.AsArray().Should().ContainSingle().Subject!;
        ((int)rejected["index"]!).Should().Be(1);
        ((long?)rejected["subscription_id"]).Should().Be(bad.Contains($":{spoilt.Id.Value},") || bad.EndsWith($":{spoilt.Id.Value}}}", StringComparison.Ordinal) ? spoilt.Id.Value : null);
        ((string)rejected["reason"]!).Should().NotBeEmpty();
        (await Used(good)).Should().Be(7);
        (await Used(spoilt)).Should().Be(0);
    }

    [Fact]
    public async Task A_subscription_that_is_named_twice_waits_for_the_next_report()
    {
        var (twice, once) = (await app.NewSubscriber(), await app.NewSubscriber());

        var receipt = (await Report("boot", 1, (twice, 5, 5), (once, 1, 1), (twice, 6, 6))).Ok;
        await Report("boot", 2, (twice, 6, 6));

        receipt["rejected"]!.AsArray().Select(item => (int)item!["index"]!).Should().Equal(0, 2);
        (await Used(once)).Should().Be(2);
        (await Used(twice)).Should().Be(12);
    }

    [Fact]
    public async Task Counters_as_large_as_they_come_overflow_nothing()
    {
        var subscriber = await app.NewSubscriber();
        for (var boot = 0; boot < 12; boot++)
            _ = (await Report($"boot-{boot}", 1, (subscriber, TrafficCounter.MaxBytes, TrafficCounter.MaxBytes))).Ok;

        (await Used(subscriber)).Should().Be(SubscriptionTerms.MaxTraffic);
    }

    [Theory]
    [InlineData("""{"sequence":1,"counters":[]}""", "boot_id")]
    [InlineData("""{"boot_id":"a b","sequence":1,"counters":[]}""", "boot_id")]
    [InlineData("""{"boot_id":"a","sequence":0,"counters":[]}""", "sequence")]
    [InlineData("""{"boot_id":"a","sequence":1}""", "counters")]
    [InlineData("""{"boot_id":"a","sequence":1,"counters":{}}""", "counters")]
    [InlineData("""{"boot_id":"a","sequence":1,"counters":"many"}""", "counters")]
    public async Task Nonsense_is_refused_by_the_name_of_its_field(string body, string field)
    {
        var refused = await _machine.Post(Path(_node), body);

        refused.ShouldName(field);
    }

    [Fact]
    public async Task A_report_has_a_bound()
    {
        var counters = Enumerable.Range(1, 10_001).Select(id => ((long)id, 1L, 1L)).ToArray();

        (await Send(_machine, _node, "boot", 1, counters)).Status.Should().Be(HttpStatusCode.BadRequest);
        (await Send(_machine, _node, "boot", 1, counters[..10_000])).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Only_a_key_of_a_node_opens_these_doors()
    {
        var admin = await app.Primary();
        using var robot = await Machine("robot");
        var body = new { boot_id = "boot", sequence = 1, counters = Array.Empty<object>() };

        foreach (var http in new[] { robot, admin.Http, (await app.NewUser()).Http, app.Anonymous })
        {
            (await http.Post(Path(_node), body)).Status.Should().BeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized);
            (await http.Get(Path(_node, "users"))).Status.Should().BeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized);
        }

        (await robot.Post(Path(_node), body)).Code.Should().Be("auth.permission_denied");
        (await _machine.Post(Path(new NodeId(999_999)), body)).Code.Should().Be("node.not_found");
        (await _machine.Get(Path(new NodeId(999_999), "users"))).Code.Should().Be("node.not_found");
    }

    [Fact]
    public async Task A_node_lets_in_whoever_may_use_it()
    {
        var good = await app.NewSubscriber();
        var unlimited = await app.NewSubscriber(0);
        var (spent, disabled, blocked) = (await app.NewSubscriber(100), await app.NewSubscriber(), await app.NewSubscriber());
        await app.Change(disabled.Id, subscription => subscription.Disable());
        await app.Scalar<long>("update users set status = 'blocked' where id = $1 returning id", blocked.Person.Id.Value);

        (await Users()).Should().Contain([good.Id.Value, unlimited.Id.Value, spent.Id.Value])
            .And.NotContain([disabled.Id.Value, blocked.Id.Value]);
        await Report("boot", 1, (spent, 60, 40), (unlimited, 1_000, 0));

        (await Users()).Should().Contain([good.Id.Value, unlimited.Id.Value]).And.NotContain(spent.Id.Value, "it is used up");
        app.Clock.Advance(TimeSpan.FromDays(31));
        (await Users()).Should().NotContain(good.Id.Value, "it is over");
        app.Clock.Advance(TimeSpan.FromDays(-31));
    }

    [Fact]
    public async Task A_node_gets_the_credentials_that_its_users_get()
    {
        await app.SeedTemplates();
        var subscriber = await app.NewSubscriber();
        var profile = await app.Anonymous.Fetch(subscriber.Token);

        var users = JsonNode.Parse((await _machine.Get(Path(_node, "users"))).Text)!["users"]!.AsArray();

        var user = users.Single(one => (long)one!["id"]! == subscriber.Id.Value)!;
        ((int)user["devices_limit"]!).Should().Be(5);
        var credential = user["credentials"]!.AsArray().Should().ContainSingle().Subject!;
        ((string)credential["protocol"]!).Should().Be("vless");
        profile.Text.Should().Contain((string)credential["uuid"]!);
        (await app.Scalar<long>(
            "select count(*) from subscriptions where sealed_credential like '%' || $1 || '%'", (string)credential["password"]!))
            .Should().Be(0);
    }

    [Fact]
    public async Task The_list_is_only_sent_when_it_changed()
    {
        var subscriber = await app.NewSubscriber(100);
        using var first = await _machine.GetAsync(new Uri(Path(_node, "users"), UriKind.Relative));
        var tag = first.Headers.ETag!.ToString();

        (await Fresh(tag)).Should().Be(HttpStatusCode.NotModified);
        await Report("boot", 1, (subscriber, 50, 0));
        (await Fresh(tag)).Should().Be(HttpStatusCode.NotModified, "usage alone changes nobody's rights");
        await Report("boot", 2, (subscriber, 100, 0));
        (await Fresh(tag)).Should().Be(HttpStatusCode.OK);
        (await Fresh("\"nonsense")).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_disabled_node_lets_nobody_in_and_its_last_words_count()
    {
        var subscriber = await app.NewSubscriber();
        _ = (await (await app.Primary()).Http.Post($"/api/v1/admin/nodes/{_node.Value}/disable")).Ok;

        (await Users()).Should().BeEmpty();
        await Report("boot", 1, (subscriber, 7, 0));
        (await Used(subscriber)).Should().Be(7);
    }

    [Fact]
    public async Task A_new_period_begins_once_on_however_many_nodes_of_the_service()
    {
        var subscription = await NewPlanSubscription(periods: 3, total: 300);
        await app.Change(subscription, mine => mine.Use(250));
        using var second = app.AddNode();
        var start = app.Clock.GetUtcNow();

        await Task.WhenAll(RunPeriods(app.Services), RunPeriods(second.Services));
        (await Quota(subscription)).Should().Be("250 of 300");

        app.Clock.Advance(TimeSpan.FromDays(30));
        await Task.WhenAll(RunPeriods(app.Services), RunPeriods(second.Services), RunPeriods(app.Services));

        (await Quota(subscription)).Should().Be("150 of 200");
        (await app.Scalar<long>(
            "select count(*) from audit_logs where action = 'subscription.turn_period' and target_id = $1",
            $"{subscription.Value}")).Should().Be(1);
        app.Clock.Advance(start - app.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_quota_is_back_for_everybody_at_its_instant_and_the_task_keeps_what_was_used()
    {
        await app.SeedTemplates();
        var start = app.Clock.GetUtcNow();
        var midnight = new DateTimeOffset(start.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
        app.Clock.Advance(midnight.AddMinutes(-1) - start);
        try
        {
            await UseUpADay(midnight);
        }
        finally
        {
            app.Clock.Advance(start - app.Clock.GetUtcNow());
        }
    }

    private async Task UseUpADay(DateTimeOffset midnight)
    {
        var subscriber = await app.NewSubscriber(100, reset: QuotaReset.Day);
        var (admin, id) = (await app.NewAdmin("subscription.list"), subscriber.Id.Value);
        await Report("boot", 1, (subscriber, 60, 60));
        (await Users()).Should().NotContain(id);
        (await app.Anonymous.Fetch(subscriber.Token)).Header("Subscription-Userinfo").Should().StartWith("upload=0; download=120; total=100;");

        app.Clock.Advance(midnight - app.Clock.GetUtcNow());

        (await Users()).Should().Contain(id, "the quota is back, whether or not the row says so");
        var fresh = await app.Anonymous.Fetch(subscriber.Token);
        fresh.Header("Subscription-Userinfo").Should().StartWith("upload=0; download=0; total=100;");
        fresh.Text.Should().NotContain("Traffic used up");
        var shown = (await subscriber.Person.Http.Get("/api/v1/user/subscriptions")).Ok["subscriptions"]!.AsArray().Single()!;
        ((long)shown["traffic_used_bytes"]!, (long)shown["traffic_total_bytes"]!).Should().Be((0, 100));
        await Report("boot", 2, (subscriber, 65, 60));
        (await Quota(subscriber.Id)).Should().Be("5 of 100");

        _ = await app.Scalar<long>("update subscriptions set next_reset_at = $2 where id = $1 returning id", id, midnight.UtcDateTime);
        await RunPeriods(app.Services);
        await RunPeriods(app.Services);

        (await Quota(subscriber.Id)).Should().Be("0 of 100");
        var periods = (await subscriber.Person.Http.Get($"/api/v1/user/subscriptions/{id}/traffic-periods")).Ok["periods"]!;
        periods.AsArray().Select(period => ((long)period!["used_bytes"]!, (long)period["total_bytes"]!)).Should().Equal((5, 100), (120, 100));
        (await admin.Http.Get($"/api/v1/admin/subscriptions/{id}/traffic-periods")).Ok["periods"]!.ToJsonString().Should().Be(periods.ToJsonString());
        (await (await app.NewUser()).Http.Get($"/api/v1/user/subscriptions/{id}/traffic-periods")).Code.Should().Be("subscription.not_found");
        (await (await app.NewAdmin("plan.list")).Http.Get($"/api/v1/admin/subscriptions/{id}/traffic-periods")).Code.Should()
            .Be("auth.permission_denied");
    }

    private static string Path(NodeId node, string what = "traffic") => $"/api/v1/integrations/nodes/{node.Value}/{what}";

    private static Task<Reply> Send(HttpClient http, NodeId node, string boot, long sequence, (long Id, long Up, long Down)[] counters) =>
        http.Post(Path(node), new
        {
            boot_id = boot,
            sequence,
            counters = counters.Select(item => new { subscription_id = item.Id, upload_bytes = item.Up, download_bytes = item.Down }),
        });

    private static async Task RunPeriods(IServiceProvider node)
    {
        await using var scope = node.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().Set(Actor.System, "task", null);
        var task = scope.ServiceProvider.GetServices<IScheduledTask>().Single(task => task.Key() == "subscription_period_turn");
        (await task.RunOnce(default)).IsSuccess.Should().BeTrue();
    }

    private Task<Reply> Report(string boot, long sequence, params (Subscriber Who, long Up, long Down)[] used) =>
        Send(_machine, _node, boot, sequence, [.. used.Select(item => (item.Who.Id.Value, item.Up, item.Down))]);

    private Task<long> Used(Subscriber subscriber) =>
        app.Scalar<long>("select traffic_used_bytes from subscriptions where id = $1", subscriber.Id.Value);

    private Task<string> Quota(SubscriptionId id) =>
        app.Scalar<string>("select traffic_used_bytes || ' of ' || traffic_total_bytes from subscriptions where id = $1", id.Value);

    private async Task<IEnumerable<long>> Users() =>
        (await _machine.Get(Path(_node, "users"))).Ok["users"]!.AsArray().Select(user => (long)user!["id"]!).ToList();

    private async Task<HttpStatusCode> Fresh(string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path(_node, "users"));
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var response = await _machine.SendAsync(request);
        return response.StatusCode;
    }

    private async Task<HttpClient> Machine(string scope, PanelHost? node = null)
    {
        var admin = await app.Primary();
        var key = (await admin.Http.Post(
            "/admin/api/v1/api-keys", new { name = $"machine {Guid.NewGuid():N}", scopes = new[] { scope } })).Ok;
        return app.Client((string)key["api_key"]!, node);
    }

    private async Task<SubscriptionId> NewPlanSubscription(int periods, long total)
    {
        var admin = await app.Primary();
        var plan = (await admin.Http.Post(
            "/api/v1/admin/plans",
            new { name = $"plan {Guid.NewGuid():N}", price_cents = 1, duration_days = 30, traffic_limit_bytes = 100 })).Ok;
        var owner = await app.NewUser();
        return await app.Work(async services =>
        {
            var subscription = Subscription.Open(
                owner.Id,
                new SubscriptionTerms(new PlanId((long)plan["id"]!), "VIP", "VIP", 0),
                services.GetRequiredService<SubscriptionSecrets>().Make(),
                Grant.Gift(TimeSpan.FromDays(30 * periods), total, "tests"),
                app.Clock.GetUtcNow());
            await services.GetRequiredService<ISubscriptions>().Add(subscription, default);
            return subscription.Id;
        });
    }
}
