
namespace VpsPanel.Application.Sales.Catalog.Sync;

/// <summary>All that the upstream has to sell, as it was read.</summary>
internal sealed record UpstreamCatalog(IReadOnlyList<UpstreamArea> Areas, IReadOnlyList<UpstreamOffer> Offers);

/// <summary>A line with what is sold and installed there.</summary>
internal sealed record UpstreamOffer(UpstreamLine Line, IReadOnlyList<UpstreamProduct> Products, IReadOnlyList<UpstreamImage> Images);
