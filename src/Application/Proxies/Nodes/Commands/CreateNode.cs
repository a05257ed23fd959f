using AutoMapper;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Nodes;

namespace VpsPanel.Application.Proxies.Nodes.Commands;

public sealed record CreateNode(NodeFields Fields) : ICommand<NodeView>, IAudited
{
    public AuditRecord Audit(object? answer) => new("node.create", "node", ((NodeView)answer!).Id.ToString(), Fields);
}

internal sealed class CreateNodeHandler(INodes nodes, IMapper maps) : ICommandHandler<CreateNode, NodeView>
{
    public async Task<Result<NodeView>> Handle(CreateNode command, CancellationToken ct)
    {
        var terms = command.Fields.Over(null);
        if (!terms.IsSuccess)
            return terms.Error;

        var created = Node.Create(terms.Value);
        if (!created.IsSuccess)
            return created.Error;

        if (await nodes.FindByName(created.Value.Name, ct) is not null)
            return NodeErrors.NameTaken;

        await nodes.Add(created.Value, ct);
        return maps.Map<NodeView>(created.Value);
    }
}
