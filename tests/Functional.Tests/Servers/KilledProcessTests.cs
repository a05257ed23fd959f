using FluentAssertions;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.AutomationSimulator.Switches;
using VpsPanel.Domain.Common;
using VpsPanel.Functional.Tests.Billing.Wallets;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Servers;

/// <summary>The real service, killed at every step from paying to the running host, and started again.</summary>
public sealed class KilledProcessTests(Hosting hosting) : IClassFixture<Hosting>
{
    private const decimal Price = 49.90m;

    [Fact]
    public async Task Whenever_it_is_killed_every_paid_order_ends_with_one_debit_and_one_host()
    {
        var steps = new (string Name, Func<Person, OrderId, Task> Reach)[]
        {
            ("while the payment is on its way", PayAndDoNotWait),
            ("right after the payment", (owner, order) => Pay(owner, order)),
            ("while the host is looked for", (owner, order) => PayUntil(owner, order, "hostlist")),
            ("while the host is made", (owner, order) => PayUntil(owner, order, "create_host")),
            ("while the host is asked for its state", (owner, order) => PayUntil(owner, order, "hostinfo")),
            ("while the host boots", PayUntilItBoots),
        };
        var owner = await hosting.App.NewUserWith(Price * (steps.Length + 1), await hosting.App.NewAdmin());
        var orders = new List<OrderId>();
        foreach (var _ in steps)
            orders.Add(await hosting.PlaceOrder(owner));
        await hosting.Set((AutomationSettings.TimeoutSec, "1"));
        await hosting.App.Stop();

        await using var service = new PanelProcess(hosting.App.ConnectionString);
        foreach (var ((_, reach), order) in steps.Zip(orders))
        {
            await service.Start();
            await reach(owner with { Http = service.Client(owner.Token) }, order);
            await service.Kill();
        }

        hosting.Upstream.Switches.Clear();
        await service.Start();
        await Pay(owner with { Http = service.Client(owner.Token) }, orders[0], again: true);
        foreach (var ((name, _), order) in steps.Zip(orders))
        {
            await Eventually.Become(async () => await hosting.StatusOf(order) == "active", $"the order killed {name} is active", 150);
            (await hosting.App.Scalar<long>(
                "select count(*) from wallet_entries where ref_type = 'order' and ref_id = $1 and amount_cents < 0",
                order.Value)).Should().Be(1, name);
        }

        service.Log.Should().NotContain("fail:");
        hosting.Upstream.Hosts.Should().HaveCount(steps.Length);
        hosting.Upstream.Hosts.Select(host => host.Name).Should().OnlyHaveUniqueItems();
        (await hosting.App.Scalar<long>("select balance_cents from wallets where user_id = $1", owner.Id.Value)).Should().Be(4990);
        (await hosting.App.Scalar<long>("select count(distinct automation_instance_id) from vps")).Should().Be(steps.Length);
    }

    private static async Task Pay(Person owner, OrderId order, bool again = false)
    {
        var reply = await owner.Http.Post($"/api/v1/orders/{order.Value}/pay", new { method = "balance" });

        // It may have been paid before the service was killed.
        if (!again || reply.Code != "flow.illegal_move")
            _ = reply.Ok;
    }

    private static async Task PayAndDoNotWait(Person owner, OrderId order)
    {
        _ = owner.Http.Post($"/api/v1/orders/{order.Value}/pay", new { method = "balance" })
            .ContinueWith(paid => paid.Exception, TaskScheduler.Default);
        await Task.Delay(TimeSpan.FromMilliseconds(30));
    }

    private async Task PayUntil(Person owner, OrderId order, string call)
    {
        hosting.Upstream.Switches.Set(new Switch(call, SwitchKind.Hang, Times: 1));
        var before = Hung(call);
        await Pay(owner, order);
        await Eventually.Become(() => Task.FromResult(Hung(call) > before), $"{call} hangs");
    }

    private async Task PayUntilItBoots(Person owner, OrderId order)
    {
        hosting.Upstream.Switches.Set(new Switch("create_host", SwitchKind.SlowBoot, Milliseconds: 3_000));
        await Pay(owner, order);
        await Eventually.Become(
            async () => await hosting.App.Scalar<long>(
                "select count(*) from vps v join order_items i on i.id = v.order_item_id where i.order_id = $1 and v.automation_state = 1",
                order.Value) == 1,
            "the host boots");
    }

    private int Hung(string call) => hosting.Upstream.Calls.Of(call).Count(one => one.Faults.Contains(SwitchKind.Hang));
}
