using System.Globalization;

namespace VpsPanel.Application.Engagement.Exports;

/// <summary>A table on its way out. The rows are read while they are taken, so it may be of any length.</summary>
/// <param name="Name">Of the file, without an ending.</param>
public sealed record Export(string Name, IReadOnlyList<string> Header, IAsyncEnumerable<IReadOnlyList<Cell>> Rows);

internal static class Batches
{
    public const int Size = 1000;

    /// <summary>
    /// Reads batch after batch behind the last row, so that no statement and no connection stays open while a slow client takes what
    /// there is.
    /// </summary>
    /// <param name="read">At most <see cref="Size"/> rows behind this one, by the time of their creation and then by id.</param>
    public static async IAsyncEnumerable<IReadOnlyList<Cell>> All<TRow>(Func<ExportPoint, Task<IReadOnlyList<TRow>>> read)
        where TRow : IExportRow
    {
        var after = ExportPoint.Start;
        IReadOnlyList<TRow> rows;
        do
        {
            rows = await read(after);
            foreach (var row in rows)
            {
                after = new ExportPoint(row.CreatedAt, row.Id);
                yield return row.Cells;
            }
        }
        while (rows.Count == Size);
    }
}

/// <summary>The row that was written last.</summary>
internal readonly record struct ExportPoint(DateTimeOffset CreatedAt, long Id)
{
    public static ExportPoint Start { get; } = new(DateTimeOffset.UnixEpoch, 0);
}

internal interface IExportRow
{
    long Id { get; }

    DateTimeOffset CreatedAt { get; }

    IReadOnlyList<Cell> Cells { get; }
}
