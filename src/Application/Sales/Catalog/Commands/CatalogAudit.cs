using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.Application.Sales.Catalog.Commands;

/// <summary>The audit rows of the catalog's commands.</summary>
internal static class CatalogAudit
{
    public static AuditRecord Of(string target, string verb, long id, object fields) =>
        new($"{target}.{verb}", target, id.ToString(), fields);

    /// <summary>One row for all that went; many ids are too long for a target.</summary>
    public static AuditRecord Deleted(string target, IEnumerable<long> ids)
    {
        var gone = ids.ToList();
        return new($"{target}.delete", target, gone.Count == 1 ? gone[0].ToString() : $"{gone.Count} rows", new { ids = gone });
    }
}
