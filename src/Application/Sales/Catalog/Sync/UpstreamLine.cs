namespace VpsPanel.Application.Sales.Catalog.Sync;

public sealed record UpstreamLine(long Id, string Name, long AreaId, bool Active);
