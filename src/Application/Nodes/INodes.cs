using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Nodes;

namespace VpsPanel.Application.Nodes;

public interface INodes : IRepository<Node, NodeId>
{
    Task<Node?> FindByName(string name, CancellationToken ct);
}
