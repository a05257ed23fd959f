using Microsoft.EntityFrameworkCore;
using VpsPanel.Application.Proxies.Nodes;
using VpsPanel.Domain.Proxies.Nodes;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Repositories;

internal sealed class Nodes(PanelDb db, EfUnitOfWork work, IDialect dialect) : Repository<Node, NodeId>(db, work, dialect), INodes
{
    public Task<Node?> FindByName(string name, CancellationToken ct)
    {
        var wanted = name.Trim();
        return Set.FirstOrDefaultAsync(node => node.Name == wanted, ct);
    }
}
