using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Platform.Jobs;

public sealed class ScheduledTaskTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private const string Path = "/admin/api/v1/scheduled-tasks";

    private static readonly Dictionary<string, string> WithJobs = new() { ["Jobs:Enabled"] = "true" };

    private Person _admin = null!;

    public async Task InitializeAsync() => _admin = await app.NewAdmin("*");

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_task_is_listed_with_its_schedule_and_can_be_changed()
    {
        const string key = "log_retention_cleanup";
        var before = await Listed(_admin, key);
        ((string)before["strategy"]!).Should().Be("daily");
        ((string)before["daily_at"]!).Should().Be("03:30");
        before["last_run_at"].Should().BeNull();

        var changed = (await _admin.Http.Patch($"{Path}/{key}", new { strategy = "interval", interval_sec = "600" })).Ok;

        ((int)changed["interval_sec"]!).Should().Be(600);
        ((bool)changed["enabled"]!).Should().BeTrue();
        ((string)(await Listed(_admin, key))["strategy"]!).Should().Be("interval");
        (await app.Scalar<long>($"select count(*) from audit_logs where action = 'scheduled_task.update' and target_id = '{key}'")).Should()
            .Be(1);
        (await _admin.Http.Patch($"{Path}/{key}", new { enabled = false })).Ok["next_run_at"].Should().BeNull();
    }

    [Theory]
    [InlineData("""{"strategy":"weekly"}""", "strategy")]
    [InlineData("""{"strategy":"interval","interval_sec":0}""", "interval_sec")]
    [InlineData("""{"strategy":"daily","daily_at":"25:00"}""", "daily_at")]
    public async Task A_schedule_that_makes_no_sense_is_refused(string body, string field)
    {
        var reply = await _admin.Http.Call(HttpMethod.Patch, $"{Path}/log_retention_cleanup", body);

        reply.ShouldName(field);
    }

    [Fact]
    public async Task An_unknown_task_is_not_found()
    {
        (await _admin.Http.Patch($"{Path}/nothing", new { enabled = true })).Code.Should().Be("scheduled_task.not_found");
        (await _admin.Http.Get($"{Path}/nothing/runs")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_nodes_never_run_a_task_at_once_and_a_restart_keeps_its_history()
    {
        await using (var first = NodeWithTasks())
        await using (var second = NodeWithTasks())
        {
            using var http = app.Client(_admin.Token, first);
            using var other = app.Client(_admin.Token, second);
            await Eventually.Become(async () => (await http.Get("/health/ready")).Status == HttpStatusCode.OK, "the first node is ready");
            await Eventually.Become(async () => (await other.Get("/health/ready")).Status == HttpStatusCode.OK, "the second node is ready");
            await Eventually.Become(async () => await Runs("test_second", "success") >= 4, "the task ran a few times");
            await Eventually.Become(async () => await Runs("test_failing", "failed") >= 1, "the failing task failed");
            await Eventually.Become(async () => await Runs("test_daily", "success") == 1, "the daily task made up for today");

            var failing = (await http.Get($"{Path}/test_failing/runs?limit=1")).Ok["items"]![0]!;
            ((string)failing["message"]!).Should().Contain("not today");
            ((string)failing["task_key"]!).Should().Be("test_failing");
            var switchedOff = await http.Patch($"{Path}/test_second", new { enabled = false });
            switchedOff.Ok["next_run_at"].Should().BeNull();
        }

        TaskWitness.MostAtOnce.Should().Be(1);
        var passes = await Runs("test_second", "success");

        await using var restarted = NodeWithTasks();
        using var later = app.Client(_admin.Token, restarted);
        await Eventually.Become(async () => (await later.Get("/health/ready")).Status == HttpStatusCode.OK, "the node is back");
        var failures = await Runs("test_failing", "failed");
        await Eventually.Become(async () => await Runs("test_failing", "failed") > failures + 1, "the schedule goes on");

        var listed = (await later.Get(Path)).Ok["items"]!.AsArray().Single(item => (string)item!["key"]! == "test_second")!;
        ((DateTimeOffset)listed["last_run_at"]!).Should().BeAfter(DateTimeOffset.UnixEpoch).And.BeOnOrBefore(app.Clock.GetUtcNow());
        ((string)listed["last_status"]!).Should().Be("success");
        (await Runs("test_second", "success")).Should().Be(passes, "it is switched off");
        (await Runs("test_daily", "success")).Should().Be(1, "today is done");
        (await app.Scalar<long>("select count(*) from scheduled_task_runs where status = 'running' and task_key <> 'test_failing'"))
            .Should().Be(0);
    }

    private PanelHost NodeWithTasks()
    {
        var node = new PanelHost(app.ConnectionString, app.Clock, WithJobs, typeof(SecondTask).Assembly);
        node.Errors.Expect("not today");
        return node;
    }

    private Task<long> Runs(string task, string status) =>
        app.Scalar<long>("select count(*) from scheduled_task_runs where task_key = $1 and status = $2", task, status);

    private static async Task<JsonNode> Listed(Person admin, string key) =>
        (await admin.Http.Get(Path)).Ok["items"]!.AsArray().Single(item => (string)item!["key"]! == key)!;
}
