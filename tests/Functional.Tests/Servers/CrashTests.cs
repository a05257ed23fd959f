using FluentAssertions;
using VpsPanel.AutomationSimulator.Switches;
using VpsPanel.Domain.Common;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Servers;

/// <summary>Nodes that die or race in the middle of building a host. A database of its own for each: the nodes are the test's.</summary>
public sealed class CrashTests : IAsyncLifetime
{
    private readonly Hosting _hosting = new();

    public Task InitializeAsync() => _hosting.InitializeAsync();

    public Task DisposeAsync() => _hosting.DisposeAsync();

    [Theory]
    [InlineData("hostlist")]
    [InlineData("create_host")]
    [InlineData("hostinfo")]
    public async Task A_node_that_dies_in_a_call_leaves_a_VPS_to_the_next_one(string call)
    {
        _hosting.Upstream.Switches.Add(new Switch(call, SwitchKind.Hang, Times: 1));
        var order = await Approved();
        await Eventually.Become(() => Task.FromResult(_hosting.Upstream.Calls.Of(call).Count > 0), $"{call} hangs");

        await _hosting.App.Restart();
        (await _hosting.StatusOf(order)).Should().Be("provisioning");
        _hosting.App.Clock.Advance(TimeSpan.FromMinutes(1));
        await _hosting.Reach(order, "active");

        _hosting.Upstream.Hosts.Should().ContainSingle();
        _hosting.Upstream.Calls.Of("create_host").Should().ContainSingle();
    }

    [Fact]
    public async Task A_VPS_is_not_asked_for_again_while_the_first_one_may_still_appear()
    {
        _hosting.Upstream.Switches.Add("create_host", SwitchKind.Http500, times: 1);
        var order = await Approved();
        await Eventually.Become(
            async () => await _hosting.App.Scalar<long>("select count(*) from provision_jobs where status = 'retry'") == 1,
            "the try has failed");

        // Due again, but within the quarantine.
        _hosting.App.Clock.Advance(TimeSpan.FromSeconds(5));
        await Eventually.Become(() => Task.FromResult(_hosting.Upstream.Calls.Of("hostlist").Count == 2), "the host is looked for");
        _hosting.Upstream.Calls.Of("create_host").Should().ContainSingle();

        await _hosting.Reach(order, "active");
        _hosting.Upstream.Hosts.Should().ContainSingle();
    }

    [Fact]
    public async Task Two_nodes_that_race_for_jobs_make_one_VPS_each()
    {
        _hosting.App.AddNode().CreateClient();
        _hosting.Upstream.Switches.Set(new Switch("*", SwitchKind.Hang, Milliseconds: 100));
        var owner = await _hosting.App.NewUser();
        var orders = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _hosting.PlaceOrder(owner)));
        await Task.WhenAll(orders.Select(_hosting.Approve));

        foreach (var order in orders)
            await _hosting.Reach(order, "active");

        _hosting.Upstream.Hosts.Should().HaveCount(10);
        _hosting.Upstream.Hosts.Select(host => host.Name).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_worker_whose_claim_lapsed_neither_makes_a_second_VPS_nor_speaks_for_the_first()
    {
        _hosting.Upstream.Switches.Add(new Switch("create_host", SwitchKind.Hang, Times: 1, Milliseconds: 1_500));
        var order = await Approved();
        await Eventually.Become(() => Task.FromResult(_hosting.Upstream.Calls.Of("create_host").Count > 0), "create_host hangs");

        // The other workers of the node see a lapsed claim while the first one still waits.
        _hosting.App.Clock.Advance(TimeSpan.FromMinutes(2));
        await _hosting.Reach(order, "active");

        _hosting.Upstream.Hosts.Should().ContainSingle();
        (await _hosting.App.Scalar<long>(
            "select count(*) from order_events where order_id = $1 and type = 'order.item.active'", order.Value))
            .Should().Be(1);
    }

    [Fact]
    public async Task A_repeated_approval_event_queues_nothing_twice()
    {
        var order = await Approved();
        await _hosting.Reach(order, "active");

        (await _hosting.App.Scalar<long>("select count(*) from provision_jobs")).Should().Be(1);
        (await _hosting.App.Scalar<long>("select count(*) from vps")).Should().Be(1);
        (await _hosting.App.Scalar<long>("select count(*) from outbox_messages where status = 'parked'")).Should().Be(0);
    }

    private async Task<OrderId> Approved()
    {
        var order = await _hosting.PlaceOrder(await _hosting.App.NewUser());
        await _hosting.Approve(order);
        return order;
    }
}
