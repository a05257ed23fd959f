using MediatR;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Proxies.Nodes;
using VpsPanel.Application.Proxies.Nodes.Commands;
using VpsPanel.Domain.Proxies.Nodes;

namespace VpsPanel.WebApi.Commands;

/// <summary>
/// Two nodes, one of them out for maintenance, with what their kernels say where a control plane can be asked. Does nothing when the first
/// exists.
/// </summary>
internal static class SeedNodes
{
    private static readonly NodeFields HongKong = new(
        "edge-hk-1", "Hong Kong", "HK", "HKIX", "online", ["premium", "asia"], ["http", "grpc"], 1000, "香港入口");

    private static readonly NodeFields LosAngeles = new(
        "edge-la-1", "Los Angeles", "US", "NTT", "maintenance", ["standard", "america"], ["http"], 600, "洛杉矶入口");

    public static async Task Run(IServiceProvider services, CancellationToken ct)
    {
        if (await services.GetRequiredService<INodes>().FindByName(HongKong.Name!, ct) is not null)
            return;

        await Make(services, HongKong, [("vless", "hk1.example.com:443", """{"tls":{"enabled":true,"sni":"hk1.example.com"}}"""),
            ("shadowsocks", "hk1.example.com:8388", """{"method":"aes-256-gcm"}""")], ct);
        await Make(services, LosAngeles, [("vless", "la1.example.com:443", """{"tls":{"enabled":true,"sni":"la1.example.com"}}""")], ct);
    }

    private static async Task Make(
        IServiceProvider services, NodeFields fields, (string Protocol, string Endpoint, string Config)[] kernels, CancellationToken ct)
    {
        var mediator = services.GetRequiredService<IMediator>();
        var node = await mediator.Send(new CreateNode(fields), ct);
        SeedDemo.Demand(node);
        foreach (var (protocol, endpoint, config) in kernels)
            SeedDemo.Demand(
                await mediator.Send(new ConfigureKernel(new NodeId(node.Value.Id), protocol, endpoint, "demo", new RawJson(config)), ct));

        // One answer tells one protocol.
        foreach (var _ in kernels)
        {
            var synced = await mediator.Send(new SyncKernel(new NodeId(node.Value.Id), null), ct);
            if (synced.Error is not { Code: "kernel.not_configured" })
                SeedDemo.Demand(synced);
        }
    }
}
