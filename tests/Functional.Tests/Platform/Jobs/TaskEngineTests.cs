using System.Net;
using FluentAssertions;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Infrastructure.Jobs.Tasks;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Platform.Jobs;

/// <summary>When tasks run, who runs them, and what happens when somebody dies. A database of its own for each: the nodes are the test's.</summary>
public sealed class TaskEngineTests : IAsyncLifetime
{
    private const string Path = "/admin/api/v1/scheduled-tasks";

    private readonly PanelApp _app = new();
    private Person _admin = null!;

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        _admin = await _app.NewAdmin("*");
    }

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_task_at_intervals_runs_when_the_list_says_and_queues_its_successor()
    {
        await using var node = Node("test_minutely");
        using var http = _app.Client(_admin.Token, node);
        await http.IsReady();
        await Eventually.Become(async () => await Passes("test_minutely") == 1, "the first pass ran at once");
        await Eventually.Become(async () => await Waiting() == 1, "the successor waits");

        var listed = await http.Listed("test_minutely");
        var next = (DateTimeOffset)listed["next_run_at"]!;
        next.Should().BeCloseTo((DateTimeOffset)listed["last_run_at"]! + TimeSpan.FromSeconds(60), TimeSpan.FromMilliseconds(1));
        var score = await _app.Scalar<double>("select score from hangfire.set where key = 'schedule'");
        DateTimeOffset.FromUnixTimeSeconds((long)score).Should().BeCloseTo(next, TimeSpan.FromSeconds(1.5));

        _app.Clock.Advance(TimeSpan.FromSeconds(61));
        await Eventually.Become(async () => await Passes("test_minutely") == 2, "the second pass ran on time", 10);
        (await _app.Scalar<DateTime>("select last_started_at from scheduled_tasks where task_key = 'test_minutely'"))
            .Should().BeOnOrAfter(next.UtcDateTime);
        await Eventually.Become(async () => await Waiting() == 1, "its successor waits, and no other job");
    }

    [Fact]
    public async Task A_shorter_interval_counts_at_once_and_a_longer_one_ends_no_chain()
    {
        await using var node = Node("test_minutely");
        using var http = _app.Client(_admin.Token, node);
        await http.IsReady();
        await Eventually.Become(async () => await Waiting() == 1, "the successor waits");

        _ = (await http.Patch($"{Path}/test_minutely", new { interval_sec = 3600 })).Ok;
        await Eventually.Become(async () => await Waiting() == 2, "a job waits for the new time");
        _app.Clock.Advance(TimeSpan.FromSeconds(61));
        await Eventually.Become(async () => await Waiting() == 1, "the job for the old time found nothing to do");
        (await Passes("test_minutely")).Should().Be(1);

        _ = (await http.Patch($"{Path}/test_minutely", new { interval_sec = 60 })).Ok;
        await Eventually.Become(async () => await Passes("test_minutely") == 2, "it is overdue by the new interval");
        ((DateTimeOffset)(await http.Listed("test_minutely"))["next_run_at"]!)
            .Should().BeCloseTo(_app.Clock.GetUtcNow().AddSeconds(60), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_daily_task_is_a_recurring_job_in_the_zone_and_follows_the_setting()
    {
        await using var node = Node("test_daily");
        using var http = _app.Client(_admin.Token, node);
        await http.IsReady();
        await Eventually.Become(async () => await Recurring("Cron") == "0 0 * * *", "the job recurs at midnight");
        (await Recurring("TimeZoneId")).Should().Be("UTC");
        await Eventually.Become(async () => await Passes("test_daily") == 1, "today is made up for");
        var listed = (DateTimeOffset)(await http.Listed("test_daily"))["next_run_at"]!;
        (await Recurring("NextExecution")).Should().Be($"{listed.ToUnixTimeMilliseconds()}");

        _ = (await http.Patch($"{Path}/test_daily", new { daily_at = "23:59" })).Ok;
        await Eventually.Become(async () => await Recurring("Cron") == "59 23 * * *", "the job follows");
        _ = (await http.Patch("/admin/api/v1/settings", new { key = "billing_time_zone", value = "Asia/Shanghai" })).Ok;
        await Eventually.Become(async () => await Recurring("TimeZoneId") == "Asia/Shanghai", "the job follows the zone");
        ((DateTimeOffset)(await http.Listed("test_daily"))["next_run_at"]!).ToUniversalTime().TimeOfDay.Should().Be(new TimeSpan(15, 59, 0));
        _ = (await http.Patch($"{Path}/test_daily", new { enabled = false })).Ok;
        await Eventually.Become(async () => await Recurring("Cron") is null, "the job is gone");
        (await http.Listed("test_daily"))["next_run_at"].Should().BeNull();
    }

    [Fact]
    public async Task A_daily_task_follows_the_time_zone_of_the_setting()
    {
        await using var node = Node("test_daily");
        using var http = _app.Client(_admin.Token, node);
        await http.IsReady();
        await Eventually.Become(async () => await Passes("test_daily") == 1, "today is made up for");

        _ = (await http.Patch("/admin/api/v1/settings", new { key = "billing_time_zone", value = "Asia/Tokyo" })).Ok;

        await Eventually.Become(async () => await Recurring("TimeZoneId") == "Asia/Tokyo", "the recurring job moves to the zone");
        await Eventually.Become(
            async () => ((DateTimeOffset)(await http.Listed("test_daily"))["next_run_at"]!).UtcDateTime.TimeOfDay == TimeSpan.FromHours(15)
                || await Passes("test_daily") == 2,
            "midnight in Tokyo is 15:00 in UTC, or has passed already");
    }

    [Fact]
    public async Task A_daily_task_is_triggered_through_a_command_of_ours()
    {
        await using var node = Node("test_daily");
        var admin = await _app.NewAdmin("jobs.view", "jobs.manage", "scheduled_tasks.update");
        using var browser = await _app.Browser(admin, node);
        await browser.IsReady();
        await Eventually.Become(async () => await Passes("test_daily") == 1, "today is made up for");

        (await browser.Press("/hangfire/recurring/trigger", "task:test_daily")).Status.Should().Be(HttpStatusCode.NoContent);

        await Eventually.Become(async () => await Passes("test_daily") == 2, "it runs again although it is not due");
        (await _app.Scalar<long>(
            "select count(*) from audit_logs where action = 'scheduled_task.trigger' and target_id = 'test_daily' and admin_id = $1",
            admin.Id.Value)).Should().Be(1);
        (await browser.Press("/hangfire/recurring/trigger", "sentinel")).Code.Should().Be("jobs.comes_again");
        using var powerless = await _app.Browser(await _app.NewAdmin("jobs.view", "jobs.manage"), node);
        (await powerless.Press("/hangfire/recurring/trigger", "task:test_daily")).Code.Should().Be("auth.permission_denied");
    }

    [Fact]
    public async Task The_sentinel_revives_a_task_whose_job_is_lost()
    {
        await using var node = Node("test_minutely");
        using var http = _app.Client(_admin.Token, node);
        await http.IsReady();
        await Eventually.Become(async () => await Waiting() == 1, "the successor waits");
        await _app.Do("delete from hangfire.job; delete from hangfire.jobqueue; delete from hangfire.set where key = 'schedule'");

        _app.Clock.Advance(TimeSpan.FromSeconds(90));
        node.Services.GetRequiredService<IRecurringJobManager>().Trigger("sentinel");

        await Eventually.Become(async () => await Passes("test_minutely") == 2, "the task runs again");
        await Eventually.Become(async () => await Waiting() == 1, "the chain goes on");
    }

    [Fact]
    public async Task Of_many_who_claim_a_task_at_once_one_gets_it()
    {
        await using var other = new PanelHost(_app.ConnectionString, _app.Clock);
        var nodes = new[] { _app.Services.GetRequiredService<TaskClaims>(), other.Services.GetRequiredService<TaskClaims>() };

        var claimed = await Task.WhenAll(Enumerable.Range(0, 16).Select(at => nodes[at % 2].Take("test_second", _ => true, default)));

        claimed.OfType<TaskClaimed.Begun>().Should().ContainSingle();
        claimed.Should().OnlyContain(answer => answer is TaskClaimed.Begun || answer is TaskClaimed.Held);
        (await _app.Scalar<long>("select count(*) from scheduled_task_runs where status = 'running'")).Should().Be(1);
    }

    [Fact]
    public async Task A_pass_that_is_not_heard_of_is_written_off_and_cannot_speak_for_the_next_one()
    {
        var claims = _app.Services.GetRequiredService<TaskClaims>();
        var lost = ((TaskClaimed.Begun)await claims.Take("test_second", _ => true, default)).Claim;
        (await claims.Take("test_second", _ => true, default)).Should().BeOfType<TaskClaimed.Held>();
        _app.Clock.Advance(TimeSpan.FromSeconds(10));
        (await claims.Renew(lost, default)).Should().BeTrue();
        _app.Clock.Advance(TaskClaims.Lease - TimeSpan.FromSeconds(1));
        (await claims.Take("test_second", _ => true, default)).Should().BeOfType<TaskClaimed.Held>("it was heard of");

        _app.Clock.Advance(TimeSpan.FromSeconds(2));
        var next = ((TaskClaimed.Begun)await claims.Take("test_second", _ => true, default)).Claim;

        (await claims.Renew(lost, default)).Should().BeFalse();
        await claims.Finish(lost, null, default);
        (await _app.Text("select message from scheduled_task_runs where id = $1", lost.RunId)).Should().StartWith("died:");
        (await _app.Text("select status from scheduled_task_runs where id = $1", next.RunId)).Should().Be("running");
        (await claims.Take("test_second", _ => true, default)).Should().BeOfType<TaskClaimed.Held>();
        await claims.Finish(next, null, default);
        (await _app.Text("select status from scheduled_task_runs where id = $1", next.RunId)).Should().Be("success");
    }

    [Fact]
    public async Task A_short_task_without_work_does_not_run_and_has_no_next_run()
    {
        await using var node = Node("order_provision_watchdog");
        using var http = _app.Client(_admin.Token, node);
        await http.IsReady();

        (await http.Listed("order_provision_watchdog"))["next_run_at"].Should().BeNull();
        _app.Clock.Advance(TimeSpan.FromMinutes(2));
        node.Services.GetRequiredService<IRecurringJobManager>().Trigger("sentinel");
        await Eventually.Become(
            async () => await _app.Scalar<long>("select count(*) from hangfire.state where name = 'Succeeded'") > 0, "the sentinel ran");
        (await Passes("order_provision_watchdog")).Should().Be(0);
    }

    [Fact]
    public async Task A_node_without_the_engines_tables_says_so_and_works_once_they_are_there()
    {
        await _app.Do("drop schema hangfire cascade");
        var log = new MemoryLog();
        await using var node = new PanelHost(_app.ConnectionString, _app.Clock) { HasJobs = true, Log = log };
        node.Errors.Expect("tables are missing");
        using var http = _app.Client(_admin.Token, node);

        await Eventually.Become(
            async () => (await http.Get("/health/ready")) is var reply && (int)reply.Status == 503 && reply.Text.Contains("migrate"),
            "the node says what is missing");
        log.Lines.Should().Contain(line => line.Contains("schema hangfire", StringComparison.Ordinal));

        await node.Services.GetRequiredService<VpsPanel.Infrastructure.Jobs.Engine.JobSchema>().Install(default);
        await http.IsReady();
    }

    private PanelHost Node(string task) => new(
        _app.ConnectionString, _app.Clock, new Dictionary<string, string> { ["Jobs:Enabled"] = "true", ["Jobs:Tasks:0"] = task },
        typeof(SecondTask).Assembly);

    private Task<long> Passes(string task) => _app.Scalar<long>("select count(*) from scheduled_task_runs where task_key = $1", task);

    private Task<long> Waiting() => _app.Scalar<long>("select count(*) from hangfire.set where key = 'schedule'");

    private Task<string?> Recurring(string field) =>
        _app.Text("select value from hangfire.hash where key = 'recurring-job:task:test_daily' and field = $1", field);
}
