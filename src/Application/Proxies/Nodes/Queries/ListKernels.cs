using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Nodes;

namespace VpsPanel.Application.Proxies.Nodes.Queries;

public sealed record ListKernels(NodeId Id) : IQuery<Listing<KernelView>>;

internal sealed class ListKernelsHandler(IReadDb db) : IQueryHandler<ListKernels, Listing<KernelView>>
{
    private static readonly Sql<NodeArgs, KernelView> Rows = new(
        """
        select k.protocol, k.endpoint, k.revision, k.status, k.config, k.last_synced_at
        from node_kernels k
        where k.node_id = @Id
        order by k.protocol
        """);

    public async Task<Result<Listing<KernelView>>> Handle(ListKernels query, CancellationToken ct)
    {
        var args = new NodeArgs(query.Id.Value);
        return await db.Scalar(NodeArgs.Known, args, ct) > 0 ? new Listing<KernelView>([.. (await db.List(Rows, args, ct)).Select(kernel => kernel.Judged())]) : NodeErrors.NotFound;
    }
}

/// <summary>The parameters of what is read of one node.</summary>
internal sealed record NodeArgs(long Id)
{
    /// <summary>1 when there is such a node.</summary>
    public static readonly Sql<NodeArgs, long> Known = new("select cast(count(*) as bigint) from nodes n where n.id = @Id");
}
