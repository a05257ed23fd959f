namespace VpsPanel.Application.Sales.Catalog.Sync;

/// <summary>The words of the sync log.</summary>
internal static class SyncTargets
{
    public const string Area = "area";
    public const string Line = "line";
    public const string Product = "product";
    public const string Image = "mirror_image";
    public const string Ok = "ok";
    public const string Failed = "failed";
}
