namespace VpsPanel.Application.Sales.Catalog.Sync;

/// <summary>What a sync made anew, and what it left out.</summary>
internal sealed class SyncTally
{
    public int Areas { get; set; }

    public int Lines { get; set; }

    public int Products { get; set; }

    public int Images { get; set; }

    public List<string> Skipped { get; } = [];
}
