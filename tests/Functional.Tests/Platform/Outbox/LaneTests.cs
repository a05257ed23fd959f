using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Platform.Settings;
using VpsPanel.Infrastructure.Jobs.Lanes;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Platform.Outbox;

/// <summary>The lanes of the outbox. Each test has keys of its own.</summary>
public sealed class LaneTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private PanelHost _node = null!;

    public Task InitializeAsync()
    {
        _node = new PanelHost(app.ConnectionString, app.Clock, null, typeof(WitnessSettingChange).Assembly) { HasJobs = true };
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task A_lane_that_is_held_up_holds_up_no_other()
    {
        var held = new TaskCompletionSource();
        Script.MailActs["l.held"] = async _ =>
        {
            await held.Task;
            return Result.Success;
        };

        await Change("l.held");
        await Change("l.free");

        await Eventually.Become(() => Task.FromResult(Script.Count("l.free") == 1 && Script.Count("l.held") == 1), "orders go on");
        Script.Mailed.Should().NotContain("l.free", "the mail before it is not through");
        held.SetResult();
        await Eventually.Become(() => Task.FromResult(Script.Mailed.Contains("l.free")), "the mails follow");
    }

    [Fact]
    public async Task A_lane_with_an_overdue_message_is_drained_by_one_job()
    {
        // Nobody was told of it, as when the node that wrote it died and no signal came.
        using (var client = _node.CreateClient())
            _ = await client.Get("/api/v1/ping");
        await VpsPanel.Functional.Tests.Platform.Jobs.EngineSteps.IsReady(_node.CreateClient());
        await Insert("l.lost", app.Clock.GetUtcNow().AddMinutes(-1));

        var watch = _node.Services.GetRequiredService<LaneWatch>();
        var queued = await Task.WhenAll(watch.Look(default), watch.Look(default));
        await watch.Look(default);

        queued.Sum().Should().BeGreaterThan(0);
        await Eventually.Become(() => Task.FromResult(Script.Count("l.lost") == 1), "the message is delivered");
        await Eventually.Become(
            async () => await app.Scalar<long>("select count(*) from outbox_messages where payload like '%l.lost%'") == 0, "and gone");
    }

    private Task Insert(string key, DateTimeOffset due) => TestDatabase.Execute(
        app.ConnectionString,
        """
        insert into outbox_messages (stream, aggregate_id, reaction, event_type, payload, status, attempts, next_attempt_at, request_id, occurred_at)
        select 'setting:999', 999, $4, $1, $2, 'pending', 0, $3, 'test', $3
        """,
        StoredNameAttribute.Of(typeof(SettingChanged)), $$"""{"setting_key":"{{key}}"}""", due.ToUniversalTime(),
        $"witness-setting-change:{StoredNameAttribute.Of(typeof(SettingChanged))}");

    private async Task Change(string key)
    {
        await using var scope = _node.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ISettingStore>().Add(StoredSetting.Create(key, "x"), default);
        await scope.ServiceProvider.GetRequiredService<VpsPanel.Application.Platform.Abstractions.IUnitOfWork>().Commit(default);
    }
}
