using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.AutomationSimulator;
using VpsPanel.AutomationSimulator.Switches;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Browser.Tests;

/// <summary>The service as a process with an upstream of its own, whose panel hides its admin routes. All tests of pages share it.</summary>
public sealed class RunningService : IAsyncLifetime
{
    public const string AdminPrefix = "quiet-door";

    private PanelProcess? _service;

    public PanelApp People { get; } = new();

    public AutomationSimulatorHost Upstream { get; private set; } = null!;

    public Uri Address => _service!.Address;

    /// <summary>May do everything.</summary>
    public Person Admin { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await People.InitializeAsync();
        Admin = await People.Primary();
        Upstream = await AutomationSimulatorHost.Start(new SimulatorOptions { Clock = People.Clock, ApiKey = "simulator-key" });
        await Set(AutomationSettings.BaseUrl, Upstream.BaseUrl);
        await Set(AutomationSettings.ApiKey, Upstream.ApiKey);
        await Set(AutomationSettings.TimeoutSec, "2");
        _service = new PanelProcess(People.ConnectionString)
        {
            Configuration = new Dictionary<string, string> { ["Panel:AdminPrefix"] = AdminPrefix },
        };
        await _service.Start();
    }

    public async Task DisposeAsync()
    {
        if (_service is not null)
            await _service.DisposeAsync();

        await People.DisposeAsync();
        await Upstream.DisposeAsync();
    }

    /// <summary>An order whose host did not come up; its number.</summary>
    public async Task<(OrderId Id, string Number)> FailedOrder()
    {
        Upstream.Switches.Add("create_host", SwitchKind.FailBoot, times: 1);
        var owner = await People.NewUser();
        var plan = new VpsPurchase(
            RegionId: 1, RegionName: "Hong Kong", PlanGroupId: 1, LineId: 1, PackageId: 12, PackageName: "Premium M", SystemId: 1,
            Image: "Debian 12", Cpu: 3, MemoryGb: 4, DiskGb: 50, BandwidthMbps: 20, PortNum: 30, MonthlyPriceCents: 4990, Months: 1);
        var id = await People.Work(async services =>
        {
            var item = OrderItem.Purchase(plan, "{}", Money.Yuan(4990));
            var order = Order.Place(owner.Id, ActorKind.User, [item], null, People.Clock.GetUtcNow()).Value;
            await services.GetRequiredService<IOrders>().Add(order, default);
            return order.Id;
        });
        await People.Work(async services =>
        {
            var order = await services.GetRequiredService<IOrders>().FindForUpdate(id, default);
            return order!.Approve(Actor.System, People.Clock.GetUtcNow()).IsSuccess;
        });
        await Eventually.Become(
            async () => await People.Scalar<long>("select count(*) from hangfire.job where statename = 'Failed'") == 1, "the job has failed", 60);
        return (id, await People.Scalar<string>("select order_no from orders where id = $1", id.Value));
    }

    public Task<string> StatusOf(OrderId id) => People.Scalar<string>("select status from orders where id = $1", id.Value);

    private Task<bool> Set(Setting setting, string text) => People.Work(async services =>
        (await services.GetRequiredService<SettingEditor>().Change(setting.Key, text, default)).IsSuccess);
}
