using AutoMapper;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Nodes;

namespace VpsPanel.Application.Proxies.Nodes.Commands;

/// <summary>Takes a node out: it gets no users any more. What it still reports counts. An update of its status brings it back.</summary>
public sealed record DisableNode(NodeId Id) : ICommand<NodeView>, IAudited
{
    public AuditRecord Audit(object? answer) => new("node.disable", "node", Id.Value.ToString());
}

internal sealed class DisableNodeHandler(INodes nodes, IUnitOfWork work, IMapper maps) : ICommandHandler<DisableNode, NodeView>
{
    public async Task<Result<NodeView>> Handle(DisableNode command, CancellationToken ct)
    {
        if (await nodes.FindForUpdate(command.Id, ct) is not { } node)
            return NodeErrors.NotFound;

        node.Disable();
        work.Stamp();
        return maps.Map<NodeView>(node);
    }
}
