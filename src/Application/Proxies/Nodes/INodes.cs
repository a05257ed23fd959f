using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Proxies.Nodes;

namespace VpsPanel.Application.Proxies.Nodes;

public interface INodes : IRepository<Node, NodeId>
{
    Task<Node?> FindByName(string name, CancellationToken ct);
}
