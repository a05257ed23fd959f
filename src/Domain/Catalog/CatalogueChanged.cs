using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Catalog;

/// <summary>Something that the catalogue shows was made, changed, sold, given back or removed.</summary>
[EventName("catalog.changed")]
public sealed record CatalogueChanged : IDomainEvent;
