using FluentAssertions;
using VpsPanel.AutomationSimulator;
using VpsPanel.AutomationSimulator.Catalogue;
using VpsPanel.Testing;
using VpsPanel.WebApi.Commands;
using Xunit;

namespace VpsPanel.Functional.Tests.WebApi.Panel;

/// <summary>The demo as build/run.sh starts it: its upstream and its nodes' control plane agree with what it is seeded with.</summary>
public sealed class SeedDemoTests : IAsyncLifetime
{
    private readonly PanelApp _app = new();
    private AutomationSimulatorHost _upstream = null!;
    private HttpClient _admin = null!;

    public async Task InitializeAsync()
    {
        _upstream = await AutomationSimulatorHost.Start(new SimulatorOptions { Offer = Offer.Demo });
        await _app.InitializeAsync();
        var node = _app.AddNode(new Dictionary<string, string>
        {
            ["Demo:AutomationBaseUrl"] = _upstream.BaseUrl,
            ["Demo:AutomationApiKey"] = _upstream.ApiKey,
            ["Demo:SiteUrl"] = "http://localhost:8080",
            ["Panel:Kernel:BaseUrl"] = _upstream.KernelUrl,
            ["Panel:Kernel:AllowPrivateAddresses"] = "true",
        });
        await SeedDemo.Run(node.Services, default);
        await SeedDemo.Run(node.Services, default);
        var login = await _app.Client(null, node).Post("/admin/api/v1/auth/login", new { username = "admin", password = PanelApp.Password });
        _admin = _app.Client((string)login.Ok["access_token"]!, node);
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    [Theory]
    [InlineData("merge")]
    [InlineData("override")]
    public async Task A_sync_finds_the_whole_catalog_in_its_place(string mode)
    {
        var before = await Catalog();

        var counts = (await _admin.Post($"/admin/api/v1/integrations/automation/sync?mode={mode}")).Ok;

        ((int)counts["lines"]!, (int)counts["products"]!, (int)counts["images"]!).Should().Be((0, 0, 0));
        (await Catalog()).Should().Be(before).And.StartWith("28 ", "nothing is added, renamed, repriced or switched off");
        (await _app.Scalar<long>("select count(*) from line_system_images")).Should().Be(12);
    }

    [Fact]
    public async Task Every_kernel_of_the_nodes_is_synced_and_can_be_synced_again()
    {
        (await Kernels()).Should().Be("edge-hk-1 shadowsocks synced, edge-hk-1 vless synced, edge-la-1 vless synced");

        foreach (var id in new[] { 1, 2 })
            ((long)(await _admin.Post($"/api/v1/admin/nodes/{id}/kernels/sync")).Ok["node_id"]!).Should().Be(id);

        (await Kernels()).Should().Be("edge-hk-1 shadowsocks synced, edge-hk-1 vless synced, edge-la-1 vless synced");
        (await _app.Scalar<string>("select string_agg(name || ' ' || status, ', ' order by name) from nodes")).Should()
            .Be("edge-hk-1 online, edge-la-1 maintenance");
    }

    private Task<string> Catalog() => _app.Scalar<string>(
        """
        select count(*) || ' ' || string_agg(
            p.product_id || '/' || g.line_id || '/' || g.name || '/' || g.active || '/' || p.name || '/' || p.monthly_price || '/' || p.active
                || '/' || p.row_version,
            ';' order by p.id)
        from packages p join plan_groups g on g.id = p.plan_group_id
        """);

    private Task<string> Kernels() => _app.Scalar<string>(
        """
        select string_agg(n.name || ' ' || k.protocol || ' ' || k.status, ', ' order by n.name, k.protocol)
        from node_kernels k join nodes n on n.id = k.node_id
        """);
}
