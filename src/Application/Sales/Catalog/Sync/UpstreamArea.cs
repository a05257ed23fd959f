namespace VpsPanel.Application.Sales.Catalog.Sync;

public sealed record UpstreamArea(long Id, string Name, bool Active);
