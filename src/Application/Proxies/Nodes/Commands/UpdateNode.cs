using AutoMapper;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Nodes;

namespace VpsPanel.Application.Proxies.Nodes.Commands;

/// <summary>Changes what the form mentions and keeps the rest.</summary>
public sealed record UpdateNode(NodeId Id, NodeFields Fields) : ICommand<NodeView>, IAudited
{
    public AuditRecord Audit(object? answer) => new("node.update", "node", Id.Value.ToString(), Fields);
}

internal sealed class UpdateNodeHandler(INodes nodes, IUnitOfWork work, IMapper maps) : ICommandHandler<UpdateNode, NodeView>
{
    public async Task<Result<NodeView>> Handle(UpdateNode command, CancellationToken ct)
    {
        if (await nodes.FindForUpdate(command.Id, ct) is not { } node)
            return NodeErrors.NotFound;

        var terms = command.Fields.Over(node);
        if (!terms.IsSuccess)
            return terms.Error;

        if (await nodes.FindByName(terms.Value.Name, ct) is { } other && other != node)
            return NodeErrors.NameTaken;

        var changed = node.Change(terms.Value);
        if (!changed.IsSuccess)
            return changed.Error;

        work.Stamp();
        return maps.Map<NodeView>(node);
    }
}
