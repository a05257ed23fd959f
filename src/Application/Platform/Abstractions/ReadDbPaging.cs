namespace VpsPanel.Application.Platform.Abstractions;

public static class ReadDbPaging
{
    /// <summary>Runs the rows and their count with the same parameters.</summary>
    public static async Task<Page<TRow>> Page<TArgs, TRow>(
        this IReadDb db, Sql<TArgs, TRow> rows, Sql<TArgs, long> count, TArgs args, CancellationToken ct)
        where TArgs : class
    {
        var items = await db.List(rows, args, ct);
        return new Page<TRow>(items, await db.Total(count, args, ct));
    }
}
