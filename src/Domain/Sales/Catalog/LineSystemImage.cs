namespace VpsPanel.Domain.Sales.Catalog;

/// <summary>An image is offered on the upstream line.</summary>
public sealed record LineSystemImage(long LineId);
