using FluentAssertions;
using VpsPanel.Application.Servers;
using VpsPanel.AutomationSimulator.Switches;
using VpsPanel.Domain.Common;
using VpsPanel.Functional.Tests.Billing.Wallets;
using VpsPanel.Functional.Tests.Sales.Catalog;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Servers;

/// <summary>Nodes that die or come back late in the middle of a change. A database of its own for each: the nodes are the test's.</summary>
public sealed class ChangeCrashTests : IAsyncLifetime
{
    private readonly Hosting _hosting = new();

    public Task InitializeAsync() => _hosting.InitializeAsync();

    public Task DisposeAsync() => _hosting.DisposeAsync();

    [Theory]
    [InlineData("renew", "renew")]
    [InlineData("renew", "hostinfo")]
    [InlineData("resize", "elastic_update")]
    [InlineData("resize", "hostinfo")]
    [InlineData("refund", "hostinfo")]
    [InlineData("refund", "delete")]
    public async Task A_node_that_dies_in_a_call_leaves_the_change_to_the_next_one(string change, string call)
    {
        var (owner, vps, order) = await InCall(change, call, milliseconds: 60_000);

        await _hosting.App.Restart();
        _hosting.App.Clock.Advance(TimeSpan.FromMinutes(1));
        await _hosting.Reach(order, "active");

        await DoneOnce(owner, vps, change);
    }

    [Theory]
    [InlineData("renew", "renew")]
    [InlineData("resize", "elastic_update")]
    [InlineData("refund", "delete")]
    public async Task A_worker_whose_claim_lapsed_changes_nothing_a_second_time(string change, string call)
    {
        var (owner, vps, order) = await InCall(change, call, milliseconds: 1_500);

        _hosting.App.Clock.Advance(TimeSpan.FromMinutes(2));
        await _hosting.Reach(order, "active");
        await Eventually.Become(
            () => Task.FromResult(_hosting.Upstream.Calls.Of(call).Count >= 2 || change == "refund"), "the next worker asked too");

        await DoneOnce(owner, vps, change);
    }

    private async Task<(Person Owner, long Vps, OrderId Order)> InCall(string change, string call, int milliseconds)
    {
        await _hosting.Set((RefundSettings.RequiresApproval, "false"));
        var shop = await Shop.Open(_hosting.App);
        var cheap = await _hosting.Package(shop, 1000);
        var (owner, vps) = await _hosting.PaidVps(shop);
        var before = _hosting.Upstream.Calls.Of(call).Count;
        var body = change == "resize" ? new { target_package_id = cheap.Value } : (object)new { };
        _hosting.Upstream.Switches.Add(new Switch(call, SwitchKind.Hang, Times: 1, Milliseconds: milliseconds));
        var reply = (await owner.Do(vps, change, body)).Ok;
        var order = new OrderId((long)(reply["order"] ?? reply)["id"]!);
        if (change == "renew")
            _ = (await owner.Pay(order.Value)).Ok;
        else if (change == "resize")
            await _hosting.Approve(order);

        await Eventually.Become(() => Task.FromResult(_hosting.Upstream.Calls.Of(call).Count > before), $"{call} hangs");
        return (owner, vps, order);
    }

    private async Task DoneOnce(Person owner, long vps, string change)
    {
        var app = _hosting.App;
        (await app.Scalar<long>("select count(*) from order_items where vps_id = $1 and action <> 'create' and status = 'active'", vps))
            .Should().Be(1);
        switch (change)
        {
            case "renew":
                (await _hosting.ExpiryOf(vps)).Should().BeCloseTo(app.Clock.GetUtcNow().AddDays(60), TimeSpan.FromDays(2));
                break;
            case "resize":
                _hosting.Upstream.Hosts.Single().Sizes.Cpu.Should().Be(4);
                (await _hosting.Refunded(vps)).Should().BeInRange(495, 500);
                break;
            default:
                _hosting.Upstream.Hosts.Should().BeEmpty();
                (await app.BalanceOf(owner)).Should().Be(1_000_000 + Life.Price);
                break;
        }

        await app.TheBooksAreRight();
    }
}
