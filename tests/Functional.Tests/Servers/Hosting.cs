using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.AutomationSimulator;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Servers;

/// <summary>The service with an upstream of its own on the same clock, and orders that are ready to be approved.</summary>
public sealed class Hosting : IAsyncLifetime
{
    public PanelApp App { get; init; } = new();

    public string UpstreamKey { get; init; } = "simulator-key";

    public AutomationSimulatorHost Upstream { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        App.HasJobs = true;
        await App.InitializeAsync();
        Upstream = await AutomationSimulatorHost.Start(new SimulatorOptions { Clock = App.Clock, ApiKey = UpstreamKey });
        await Set(
            (AutomationSettings.BaseUrl, Upstream.BaseUrl),
            (AutomationSettings.ApiKey, Upstream.ApiKey),
            (AutomationSettings.TimeoutSec, "2"));
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await Upstream.DisposeAsync();
    }

    public async Task Set(params (Setting Setting, string Text)[] values)
    {
        await App.Work(async services =>
        {
            foreach (var (setting, text) in values)
            {
                var changed = await services.GetRequiredService<SettingEditor>().Change(setting.Key, text, default);
                if (!changed.IsSuccess)
                    throw new InvalidOperationException(changed.Error.Message);
            }

            return true;
        });
        App.Services.GetRequiredService<ISettingsCache>().Invalidate();
    }

    /// <summary>An order of VPS that waits for payment.</summary>
    public Task<OrderId> PlaceOrder(Person owner, int hosts = 1, VpsPurchase? plan = null, string spec = """{"add_cores":1}""") =>
        App.Work(async services =>
    {
        var items = Enumerable.Range(0, hosts).Select(_ => OrderItem.Purchase(plan ?? Plan, spec, Money.Yuan(4990)));
        var order = Order.Place(owner.Id, ActorKind.User, [.. items], null, App.Clock.GetUtcNow()).Value;
        await services.GetRequiredService<IOrders>().Add(order, default);
        return order.Id;
    });

    public Task Approve(OrderId id) => Change(id, order => order.Approve(Actor.System, App.Clock.GetUtcNow()));

    public Task Retry(OrderId id) => Change(id, order => order.StartProvisioning(ActorKind.Admin));

    /// <summary>An order whose VPS runs.</summary>
    public async Task<(OrderId Order, long Vps)> RunningVps(Person owner)
    {
        var order = await PlaceOrder(owner);
        await Approve(order);
        await Reach(order, "active");
        return (order, await VpsOf(order));
    }

    public Task<long> VpsOf(OrderId order) =>
        App.Scalar<long>("select v.id from vps v join order_items i on i.id = v.order_item_id where i.order_id = $1", order.Value);

    public Task<string> StatusOf(OrderId order) => App.Scalar<string>("select status from orders where id = $1", order.Value);

    /// <summary>Lets time pass, much faster than it does, until the order has the status.</summary>
    public async Task Reach(OrderId order, string status, int seconds = 30)
    {
        var pause = DateTimeOffset.MinValue;
        await Eventually.Become(
            async () =>
            {
                if (await StatusOf(order) == status)
                    return true;

                if (TimeProvider.System.GetUtcNow() - pause > TimeSpan.FromMilliseconds(200))
                {
                    pause = TimeProvider.System.GetUtcNow();
                    App.Clock.Advance(TimeSpan.FromSeconds(3));
                }

                return false;
            },
            $"order {order.Value} is {status}",
            seconds);
    }

    /// <summary>A size and an image that the upstream has.</summary>
    public static VpsPurchase Plan { get; } = new(
        RegionId: 1, RegionName: "Hong Kong", PlanGroupId: 1, LineId: 1, PackageId: 12, PackageName: "Premium M", SystemId: 1,
        Image: "Debian 12", Cpu: 3, MemoryGb: 4, DiskGb: 50, BandwidthMbps: 20, PortNum: 30, MonthlyPriceCents: 4990, Months: 1);

    private Task<bool> Change(OrderId id, Func<Order, Result> change) => App.Work(async services =>
    {
        var order = await services.GetRequiredService<IOrders>().FindForUpdate(id, default);
        var changed = change(order!);
        return changed.IsSuccess ? true : throw new InvalidOperationException(changed.Error.Message);
    });
}
