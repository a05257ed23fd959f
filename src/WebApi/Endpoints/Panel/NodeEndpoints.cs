using MediatR;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Proxies.Nodes;
using VpsPanel.Application.Proxies.Nodes.Commands;
using VpsPanel.Application.Proxies.Nodes.Queries;
using VpsPanel.Application.Proxies.Profiles.Queries;
using VpsPanel.Domain.Proxies.Nodes;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Lists;
using VpsPanel.WebApi.Http.Panel;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Panel;

internal static class NodeEndpoints
{
    public static void MapNodes(this RouteGroupBuilder admin)
    {
        admin.MapGet("/nodes", List).Needs("node.list")
            .FilteredBy(ListFilter.Of<NodeStatus>(), ListFilter.AnyWord("protocol"))
            .WithName("listNodes").WithSummary("List nodes");
        admin.MapPost("/nodes", Create).Needs("node.create")
            .WithName("createNode").WithSummary("Create a node");
        admin.MapPatch("/nodes/{id:long}", Update).Needs("node.update")
            .WithName("updateNode").WithSummary("Change a node");
        admin.MapPost("/nodes/{id:long}/disable", Disable).Needs("node.disable")
            .WithName("disableNode").WithSummary("Take a node out of service");
        admin.MapGet("/nodes/{id:long}/kernels", ListKernels).Needs("node.list_kernels")
            .WithName("listNodeKernels").WithSummary("List the protocols of a node");
        admin.MapGet("/nodes/{id:long}/clients", ListClients).Needs("node.list_clients")
            .WithName("listNodeClients").WithSummary("List which clients get what of a node")
            .WithDescription("What a client cannot carry with every lock of the node is left out of its profile; the reasons tell why.");
        admin.MapPut("/nodes/{id:long}/kernels/{protocol}", Configure).Needs("node.configure_kernel")
            .WithName("setNodeKernel").WithSummary("Configure a protocol of a node");
        admin.MapDelete("/nodes/{id:long}/kernels/{protocol}", DropKernel).Needs("node.drop_kernel")
            .WithName("deleteNodeKernel").WithSummary("Take a protocol off a node").WithDescription("A sync may bring it back.");
        admin.MapPost("/nodes/{id:long}/kernels/sync", Sync).Needs("node.sync")
            .WithName("syncNodeKernel").WithSummary("Read a protocol's configuration from the node's control plane");
    }

    private static async Task<ApiResult<NodeList>> List(
        string? q, string? status, string? protocol, [AsParameters] PanelPageQuery page, IMediator mediator, CancellationToken ct)
    {
        var paging = page.ToPaging();
        var query = new ListNodes(q, QueryText.Word(status), QueryText.Word(protocol), page.Sort, page.Direction, paging);
        return (await mediator.Send(query, ct)).Map(nodes => new NodeList(nodes.Items, Pagination.Of(paging, nodes.Total)));
    }

    private static async Task<ApiResult<NodeView>> Create(NodeFields body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new CreateNode(body), ct);

    private static async Task<ApiResult<NodeView>> Update(long id, NodeFields? body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new UpdateNode(new NodeId(id), body ?? new NodeFields()), ct);

    private static async Task<ApiResult<NodeView>> Disable(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new DisableNode(new NodeId(id)), ct);

    private static async Task<ApiResult<KernelList>> ListKernels(long id, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new ListKernels(new NodeId(id)), ct)).Map(kernels => new KernelList(id, kernels.Items));

    private static async Task<ApiResult<NodeClientList>> ListClients(long id, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new ListNodeClients(new NodeId(id)), ct)).Map(clients => new NodeClientList(id, clients.Items));

    private static async Task<ApiResult<KernelView>> Configure(
        long id, string protocol, KernelBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ConfigureKernel(new NodeId(id), protocol, body.Endpoint, body.Revision, body.Config), ct);

    private static async Task<ApiResult> DropKernel(long id, string protocol, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new DropKernel(new NodeId(id), protocol), ct);

    private static async Task<ApiResult<SyncedKernel>> Sync(long id, SyncBody? body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new SyncKernel(new NodeId(id), body?.Protocol), ct);
}

public sealed record NodeList(IReadOnlyList<NodeView> Nodes, Pagination Pagination);

public sealed record KernelList(long NodeId, IReadOnlyList<KernelView> Kernels);

public sealed record NodeClientList(long NodeId, IReadOnlyList<NodeClientView> Clients);

/// <param name="Endpoint">Where clients connect to, such as <c>hk1.example.com:443</c>.</param>
/// <param name="Config">The protocol's parameters, an object.</param>
public sealed record KernelBody(string? Endpoint, string? Revision, RawJson? Config);

/// <param name="Protocol">How to ask the kernel; the usual way when missing.</param>
public sealed record SyncBody(string? Protocol);
