using FluentAssertions;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.AutomationSimulator.Switches;
using VpsPanel.Domain.Common;
using VpsPanel.Functional.Tests.Servers;
using VpsPanel.Infrastructure.Jobs.Engine;
using VpsPanel.Infrastructure.Jobs.Provisioning;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Platform.Jobs;

/// <summary>The background jobs that make hosts: lost, doubled and run again.</summary>
public sealed class ProvisioningJobTests : IAsyncLifetime
{
    private readonly Hosting _hosting = new();

    private PanelApp App => _hosting.App;

    public Task InitializeAsync() => _hosting.InitializeAsync();

    public Task DisposeAsync() => _hosting.DisposeAsync();

    [Fact]
    public async Task A_job_that_is_queued_twice_and_run_again_makes_one_host()
    {
        _hosting.Upstream.Switches.Set(new Switch("create_host", SwitchKind.Hang, Milliseconds: 500));
        var order = await Approved();
        var first = await App.JobOf(order);
        var row = await App.RowOf(order);
        var doubles = Enumerable.Range(0, 3).Select(_ => Queue(row)).ToList();
        await _hosting.Reach(order, "active");

        // What has succeeded is run once more, as after a restored backup.
        Client.ChangeState(first, new EnqueuedState());
        foreach (var job in doubles.Append(first))
            await Eventually.Become(async () => await App.StateOf(job) == "Succeeded", $"job {job} has ended");

        _hosting.Upstream.Hosts.Should().ContainSingle();
        _hosting.Upstream.Calls.Of("create_host").Should().ContainSingle();
        (await App.Scalar<long>("select count(*) from order_events where order_id = $1 and type = 'order.item.active'", order.Value))
            .Should().Be(1);
    }

    [Fact]
    public async Task A_row_whose_job_is_lost_gets_another_one()
    {
        _hosting.Upstream.Switches.Set(new Switch("hostlist", SwitchKind.Fail));
        var order = await Approved();
        var lost = await App.JobOf(order);
        await Eventually.Become(async () => await App.StateOf(lost) == "Scheduled", "the job waits for its next try");

        await App.Do("delete from hangfire.job; delete from hangfire.jobqueue; delete from hangfire.set");
        _hosting.Upstream.Switches.Clear();
        await _hosting.Reach(order, "active");

        (await App.JobOf(order)).Should().NotBe(lost);
        _hosting.Upstream.Hosts.Should().ContainSingle();
    }

    [Fact]
    public async Task A_row_whose_job_was_never_queued_is_found_by_the_next_node()
    {
        // As when a process ends between the commit and what follows from it.
        _hosting.Upstream.Switches.Set(new Switch("hostlist", SwitchKind.Hang, Times: 1, Milliseconds: 60_000));
        var order = await Approved();
        await Eventually.Become(() => Task.FromResult(_hosting.Upstream.Calls.Of("hostlist").Count > 0), "the first try has begun");
        await App.Stop();
        await App.Do(
            "delete from hangfire.job; delete from hangfire.jobqueue; delete from hangfire.set; "
            + "update provision_jobs set background_job_id = null, status = 'pending', next_run_at = queued_at");

        await App.Restart();
        await _hosting.Reach(order, "active");

        _hosting.Upstream.Hosts.Should().ContainSingle();
    }

    [Fact]
    public async Task Tries_are_one_job_that_stands_on_the_page_of_retries_with_its_reason()
    {
        _hosting.Upstream.Switches.Set(new Switch("hostlist", SwitchKind.Fail));
        var order = await Approved();
        var job = await App.JobOf(order);
        await Eventually.Become(async () => await App.StateOf(job) == "Scheduled", "the job waits for its next try");

        (await App.Text("select reason from hangfire.state where jobid = $1 and name = 'Scheduled'", long.Parse(job)))
            .Should().StartWith("Try 1: automation.failed");
        (await App.Scalar<long>("select count(*) from hangfire.set where key = 'retries' and value = $1", job)).Should().Be(1);

        _hosting.Upstream.Switches.Clear();
        await _hosting.Reach(order, "active");

        // On a busy machine the test's clock, which runs fast, may let the second try lose its claim to another job before it ends.
        (await App.Scalar<long>("select count(*) from hangfire.state where jobid = $1 and name = 'Processing'", long.Parse(job)))
            .Should().BeGreaterThan(1, "the job itself tried again");
        await Eventually.Become(async () => await App.StateOf(job) is "Succeeded" or "Superseded", "the job has ended");
        (await App.Scalar<long>("select count(*) from hangfire.set where key = 'retries'")).Should().Be(0);
    }

    [Fact]
    public async Task A_job_knows_nothing_but_the_id_of_its_row()
    {
        var order = await Approved();
        await _hosting.Reach(order, "active");

        var stored = await App.Text(
            "select invocationdata::text || arguments::text from hangfire.job where id = $1", long.Parse(await App.JobOf(order)));
        stored.Should().Contain($"{await App.RowOf(order)}").And.Contain("provisioning");
        (await App.Text("select arguments::text from hangfire.job where id = $1", long.Parse(await App.JobOf(order))))
            .Should().Be($"[\"{await App.RowOf(order)}\", null, null]");
    }

    [Fact]
    public async Task A_job_starts_long_before_the_engine_would_look_for_it()
    {
        foreach (var _ in Enumerable.Range(0, 3))
        {
            // The rows are written by the service's clock, which this test moves.
            var shift = App.Clock.GetUtcNow() - TimeProvider.System.GetUtcNow();
            var order = await Approved();
            var started = await Started(await App.JobOf(order));
            var queued = await At("select queued_at from provision_jobs where order_id = $1", order.Value);

            (started + shift - queued).Should().BeLessThan(TimeSpan.FromSeconds(5), "the engine looks every 15 s");
            await _hosting.Reach(order, "active");
        }
    }

    private IBackgroundJobClient Client => App.Services.GetRequiredService<IBackgroundJobClient>();

    private string Queue(long row) => Client.Create(
        Job.FromExpression<ProvisioningJob>(job => job.Run(row, null!, CancellationToken.None), JobQueues.Provisioning), new EnqueuedState());

    private async Task<DateTime> Started(string job)
    {
        const string started = "select min(createdat) from hangfire.state where jobid = $1 and name = 'Processing'";
        await Eventually.Become(
            async () => await App.Scalar<long>($"select count(*) from ({started}) s where s.min is not null", long.Parse(job)) == 1, "it starts");
        return await At(started, long.Parse(job));
    }

    private Task<DateTime> At(string sql, long id) => App.Scalar<DateTime>(sql, id);

    private async Task<OrderId> Approved()
    {
        var order = await _hosting.PlaceOrder(await App.NewUser());
        await _hosting.Approve(order);
        return order;
    }
}
