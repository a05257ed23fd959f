namespace VpsPanel.Application.Sales.Catalog.Sync;

/// <summary>What came of each part of a catalog sync. Stored at once, so that a line survives the rollback of the work that wrote it.</summary>
public interface ISyncLog
{
    /// <summary>Never throws on account of the log: a line that cannot be stored goes to the process log.</summary>
    Task Write(SyncLine line);
}
