using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog.Sync;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Upstream;

/// <summary>Whether the hypervisor panel answers with the address and the key that are stored.</summary>
public sealed record TryAutomation : IQuery<Reachable>;

internal sealed class TryAutomationHandler(IUpstreamCatalog catalog) : IQueryHandler<TryAutomation, Reachable>
{
    public async Task<Result<Reachable>> Handle(TryAutomation query, CancellationToken ct)
    {
        // What it sells is all that it tells without changing anything.
        var areas = await catalog.Areas(ct);
        return areas.IsSuccess ? Reachable.Yes : AutomationErrors.WithoutWords(areas.Error);
    }
}
