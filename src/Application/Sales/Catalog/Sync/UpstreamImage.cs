namespace VpsPanel.Application.Sales.Catalog.Sync;

public sealed record UpstreamImage(long Id, string Name, string Type);
