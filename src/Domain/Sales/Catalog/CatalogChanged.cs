using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Catalog;

/// <summary>Something that the catalog shows was made, changed, sold, given back or removed.</summary>
[EventName("catalog.changed")]
public sealed record CatalogChanged : IDomainEvent;
