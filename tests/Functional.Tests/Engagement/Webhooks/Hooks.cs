using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Functional.Tests.Sales.Catalog;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Engagement.Webhooks;

/// <summary>The service allowed to call this machine, a receiver, and an administrator of hooks.</summary>
public sealed class Hooks : IAsyncLifetime
{
    public PanelApp App { get; } =
        new() { Configuration = new Dictionary<string, string> { ["Webhooks:AllowedNetworks:0"] = "127.0.0.0/8" } };

    public Receiver Receiver { get; private set; } = null!;

    public Person Admin { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await App.InitializeAsync();
        Receiver = await Receiver.Start();
        Admin = await App.NewAdmin();
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await Receiver.DisposeAsync();
    }

    public async Task Set(params object[] hooks)
    {
        _ = (await Admin.Http.Patch("/admin/api/v1/integrations/robot", new { webhooks = hooks })).Ok;
        App.Services.GetRequiredService<ISettingsCache>().Invalidate();
    }

    /// <summary>An order that was placed and cancelled: two events.</summary>
    public async Task<long> CanceledOrder()
    {
        var shop = await Shop.Open(App);
        var user = await App.NewUser();
        var order = await user.OrderId(shop);
        _ = (await user.Http.Post($"/api/v1/orders/{order}/cancel")).Ok;
        return order;
    }

    public IEnumerable<Call> CallsOf(string path) => Receiver.Calls.Where(call => call.Path == path);

    public Task<string> StatusOf(string hook) =>
        App.Scalar<string>("select status from webhook_deliveries where hook = $1 order by id limit 1", hook);

    public Task Reach(string hook, string status) => Eventually.Become(
        async () => await App.Scalar<long>("select count(*) from webhook_deliveries where hook = $1 and status = $2", hook, status) > 0,
        $"a delivery to {hook} is {status}");

    public Task<long> Tries(string hook) =>
        App.Scalar<long>("select coalesce(max(attempts), 0) from webhook_deliveries where hook = $1 and status <> 'sending'", hook);

    /// <summary>Seconds until the next try.</summary>
    public async Task<double> Wait(string hook) => (await App.Scalar<DateTime>(
        "select next_attempt_at from webhook_deliveries where hook = $1 order by id limit 1",
        hook) - App.Clock.GetUtcNow().UtcDateTime).TotalSeconds;
}
