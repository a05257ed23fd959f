namespace VpsPanel.Application.Sales.Catalog.Sync;

/// <summary>One run of the catalog sync.</summary>
/// <param name="Target">What was synced: <c>area</c>, <c>line</c>, <c>product</c> or <c>mirror_image</c>.</param>
/// <param name="Mode"><c>merge</c> or <c>override</c>.</param>
/// <param name="Status"><c>ok</c> or <c>failed</c>.</param>
/// <param name="Message">Counts or the reason; cut at 1000 characters.</param>
public sealed record SyncLine(string Target, string Mode, string Status, string Message);
