using System.Net;
using FluentAssertions;
using VpsPanel.AutomationSimulator;
using VpsPanel.Demo;
using VpsPanel.Testing;
using VpsPanel.WebApi.Commands;
using Xunit;

namespace VpsPanel.Functional.Tests.Sales.VpsOrders;

/// <summary>The demo's walk over real sockets, from the captcha to the panel of a running host.</summary>
public sealed class PurchaseTests(DemoService demo) : IClassFixture<DemoService>
{
    private static readonly string[] Story = ["order.approved", "order.provisioning", "order.completed"];

    [Theory]
    [InlineData(PayOrderRequest.ProofAndAdmin, true)]
    [InlineData(PayOrderRequest.ProofAndRobot, false)]
    [InlineData(PayOrderRequest.Wallet, true)]
    [InlineData(PayOrderRequest.YipayNotice, false)]
    public async Task Every_way_to_pay_ends_at_a_running_VPS(PayOrderRequest way, bool fromCart)
    {
        var told = new List<string>();
        var walk = new PurchaseWalk(demo.Http, told.Add, DemoService.Captcha, "admin", "P@ssw0rd!");

        var purchase = await walk.Walk(way, fromCart);

        purchase.Events.Should().ContainInOrder(Story, "{0}", string.Join('\n', told));
        purchase.Panel.AbsoluteUri.Should().StartWith(demo.Upstream.BaseUrl);
        var host = await demo.App.Scalar<string>("select automation_instance_id from vps where id = $1", purchase.VpsId);
        demo.Upstream.Hosts.Should().ContainSingle(made => $"{made.Id}" == host);
        (await demo.App.Scalar<string>("select status from orders where id = $1", purchase.OrderId)).Should().Be("active");
        using var panel = await demo.Http.GetAsync(purchase.Panel);
        panel.StatusCode.Should().Be(HttpStatusCode.OK, "the panel's address opens");
    }
}

/// <summary>The service as build/run.sh starts it for a demo: seeded, behind a real listener, with its upstream beside it.</summary>
public sealed class DemoService : IAsyncLifetime
{
    public const string Captcha = "12345";

    public PanelApp App { get; } = new() { HasSockets = true, HasJobs = true };

    public AutomationSimulatorHost Upstream { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Upstream = await AutomationSimulatorHost.Start();
        await App.InitializeAsync();
        var node = App.AddNode(new Dictionary<string, string>
        {
            ["Captcha:FixedCode"] = Captcha,
            ["Demo:AutomationBaseUrl"] = Upstream.BaseUrl,
            ["Demo:AutomationApiKey"] = Upstream.ApiKey,
            ["Demo:SiteUrl"] = "http://localhost:8080",
        });
        await SeedDemo.Run(node.Services, default);
        Http = App.Client(null, node);
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await App.DisposeAsync();
        await Upstream.DisposeAsync();
    }
}
