using VpsPanel.Application.Provisioning;

namespace VpsPanel.Application.Catalog.Sync;

/// <summary>All that the upstream has to sell, as it was read.</summary>
internal sealed record UpstreamCatalogue(IReadOnlyList<UpstreamArea> Areas, IReadOnlyList<UpstreamOffer> Offers);

/// <summary>A line with what is sold and installed there.</summary>
internal sealed record UpstreamOffer(UpstreamLine Line, IReadOnlyList<UpstreamProduct> Products, IReadOnlyList<UpstreamImage> Images);

/// <summary>How much of ours a sync may change.</summary>
public enum SyncMode
{
    /// <summary>What admins switched on or off stays, and so do the names of regions.</summary>
    Merge,

    /// <summary>All is as upstream, and what it no longer has is switched off.</summary>
    Override,
}
