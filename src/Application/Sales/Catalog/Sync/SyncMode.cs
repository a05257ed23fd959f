namespace VpsPanel.Application.Sales.Catalog.Sync;

/// <summary>How much of ours a sync may change.</summary>
public enum SyncMode
{
    /// <summary>What admins switched on or off stays, and so do the names of regions.</summary>
    Merge,

    /// <summary>All is as upstream, and what it no longer has is switched off.</summary>
    Override,
}
