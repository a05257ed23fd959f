using System.Net;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Platform.Settings;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Platform.Outbox;

/// <summary>Two nodes with a reaction to changed settings; each test has keys of its own.</summary>
public sealed class OutboxTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private const string Path = "/admin/api/v1/outbox";

    private readonly List<PanelHost> _nodes = [];
    private Person _admin = null!;

    public async Task InitializeAsync()
    {
        _admin = await app.NewAdmin("*");

        // The fixture's own node has no code for the reaction. It must leave the messages alone.
        foreach (var _ in new[] { 1, 2 })
            _nodes.Add(new PanelHost(app.ConnectionString, app.Clock, null, typeof(WitnessSettingChange).Assembly));

        // It fails as the tests tell it to.
        _nodes.ForEach(node => node.Errors.Expect("witness-setting-change"));
    }

    public async Task DisposeAsync()
    {
        foreach (var node in _nodes)
            await node.DisposeAsync();
    }

    [Fact]
    public async Task An_event_reaches_its_reaction_once_and_is_gone()
    {
        await Change("k.once");

        await Eventually.Become(async () => Script.Count("k.once") >= 1 && await Left("k.once") == 0, "the event is delivered");
        Script.Count("k.once").Should().Be(1);
    }

    [Fact]
    public async Task Many_events_are_each_delivered_once_by_two_nodes_and_in_order_per_stream()
    {
        var keys = Enumerable.Range(0, 5).Select(i => $"k.many{i}").ToList();
        await Task.WhenAll(keys.Select(async key =>
        {
            for (var change = 0; change < 8; change++)
                await Change(key, $"{change}");
        }));

        await Eventually.Become(async () => await Left("k.many") == 0, "all are delivered");
        foreach (var key in keys)
            Script.Seen.Where(item => item.Key == key).Select(item => item.Message).Should().HaveCount(8).And.BeInAscendingOrder();
    }

    [Fact]
    public async Task A_failure_is_retried_with_growing_gaps_while_later_events_of_the_stream_wait()
    {
        Script.Acts["k.retry"] = _ => throw new InvalidOperationException("token=hush broken");
        await Change("k.retry", "1");
        await Change("k.retry", "2");
        await Eventually.Become(() => Attempts("k.retry", 1), "the first try failed");
        var first = await Gap("k.retry");
        app.Clock.Advance(TimeSpan.FromSeconds(2));
        await Eventually.Become(() => Attempts("k.retry", 2), "the second try failed");
        var second = await Gap("k.retry");

        second.Should().BeGreaterThan(first);
        Script.Count("k.retry").Should().Be(2, "the second event waits for the first");
        (await app.Scalar<string>("select last_error from outbox_messages where payload like '%k.retry%' order by id limit 1"))
            .Should().Contain("broken").And.NotContain("hush");

        Script.Acts.TryRemove("k.retry", out _);
        app.Clock.Advance(TimeSpan.FromSeconds(60));
        await Eventually.Become(async () => await Left("k.retry") == 0, "both are delivered");
        var messages = Script.Seen.Where(item => item.Key == "k.retry").Select(item => item.Message).ToList();
        messages.Should().HaveCount(4).And.BeInAscendingOrder();
        messages.Distinct().Should().HaveCount(2);
    }

    [Fact]
    public async Task A_reaction_that_dies_half_way_leaves_nothing_behind()
    {
        Script.Acts["k.half"] = async services =>
        {
            var store = services.GetRequiredService<ISettingStore>();
            await store.Add(StoredSetting.Create("k.half.effect", "written"), default);
            if (Script.Count("k.half") == 1)
                throw new InvalidOperationException("dies after writing");

            return Result.Success;
        };
        await Change("k.half");
        await Eventually.Become(() => Attempts("k.half\"", 1), "the first try died");
        (await app.Scalar<long>("select count(*) from settings where setting_key = 'k.half.effect'")).Should().Be(0);

        app.Clock.Advance(TimeSpan.FromSeconds(2));

        await Eventually.Become(async () => await Left("k.half\"") == 0, "the second try worked");
        (await app.Scalar<long>("select count(*) from settings where setting_key = 'k.half.effect'")).Should().Be(1);
        await Eventually.Become(() => Task.FromResult(Script.Count("k.half.effect") == 1), "what it raised was delivered");
    }

    [Fact]
    public async Task After_the_last_try_a_message_is_dead_lettered_shown_and_can_be_resent()
    {
        Script.Acts["k.park"] = _ => Task.FromResult<Result>(Error.Upstream("test.down", "down"));
        await Change("k.park", "1");
        for (var tries = 1; tries <= 12; tries++)
        {
            await Eventually.Become(async () => await Attempts("k.park", tries), $"try {tries} failed");
            app.Clock.Advance(TimeSpan.FromDays(2));
        }

        // The sessions of before are over by now.
        var admin = await app.NewAdmin("outbox.list", "outbox.resend");
        var page = (await admin.Http.Get($"{Path}?status=parked")).Ok;
        var deadLettered = page["items"]!.AsArray().Single(item => ((string)item!["last_error"]!).Contains("test.down"))!;
        ((int)deadLettered["attempts"]!).Should().Be(12);
        ((string)deadLettered["event_type"]!).Should().Be("setting.changed");
        ((string)deadLettered["reaction"]!).Should().Be("witness-setting-change:setting.changed");
        deadLettered["payload"].Should().BeNull();
        Script.Count("k.park").Should().Be(12);

        Script.Acts.TryRemove("k.park", out _);
        (await admin.Http.Post($"{Path}/{deadLettered["id"]}/resend")).Status.Should().Be(HttpStatusCode.OK);

        // The node that was asked has no code for the reaction. The others hear of it, and leave it to that node for two seconds.
        await Eventually.Become(
            async () =>
            {
                app.Clock.Advance(TimeSpan.FromSeconds(1));
                return await Left("k.park") == 0;
            },
            "the message is delivered");
        (await app.Scalar<long>("select count(*) from audit_logs where action = 'outbox.resend'")).Should().Be(1);
        (await admin.Http.Post($"{Path}/{deadLettered["id"]}/resend")).Code.Should().Be("outbox.not_found");
    }

    private async Task Change(string key, string value = "x")
    {
        await using var scope = _nodes[0].Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<ISettingStore>();
        if (await store.FindByKey(key, default) is { } row)
            row.Change(value);
        else
            await store.Add(StoredSetting.Create(key, value), default);

        await scope.ServiceProvider.GetRequiredService<VpsPanel.Application.Platform.Abstractions.IUnitOfWork>().Commit(default);
    }

    private Task<long> Left(string key) => app.Scalar<long>($"select count(*) from outbox_messages where payload like '%{key}%'");

    private async Task<bool> Attempts(string key, int tries) =>
        await app.Scalar<long>($"select count(*) from outbox_messages where payload like '%{key}%' and attempts = {tries}") == 1;

    private Task<double> Gap(string key) => app.Scalar<double>(
        $"""
        select extract(epoch from next_attempt_at - occurred_at)::float8
        from outbox_messages where payload like '%{key}%' order by id limit 1
        """);
}
