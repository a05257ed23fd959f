using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Sales.Catalog.Sync;

/// <summary>
/// What the hypervisor panel sells. Every call may be refused with a code that begins with <c>automation.</c>, and must not be made while a
/// transaction is open: it takes seconds.
/// </summary>
public interface IUpstreamCatalog
{
    Task<Result<IReadOnlyList<UpstreamArea>>> Areas(CancellationToken ct);

    Task<Result<IReadOnlyList<UpstreamLine>>> Lines(CancellationToken ct);

    Task<Result<IReadOnlyList<UpstreamProduct>>> Products(long lineId, CancellationToken ct);

    Task<Result<IReadOnlyList<UpstreamImage>>> Images(long lineId, CancellationToken ct);
}
