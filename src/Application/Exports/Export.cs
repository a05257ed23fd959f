using System.Globalization;
using VpsPanel.Application.Abstractions;

namespace VpsPanel.Application.Exports;

/// <summary>A table on its way out. The rows are read while they are taken, so it may be of any length.</summary>
/// <param name="Name">Of the file, without an ending.</param>
public sealed record Export(string Name, IReadOnlyList<string> Header, IAsyncEnumerable<IReadOnlyList<Cell>> Rows);

/// <summary>A value in a table. Texts may come from anybody; numbers and times are ours.</summary>
public readonly record struct Cell(string Value, bool IsText)
{
    public static implicit operator Cell(string text) => new(text, true);

    public static implicit operator Cell(long number) => new(number.ToString(CultureInfo.InvariantCulture), false);

    public static implicit operator Cell(Yuan amount) => new((amount.Cents / 100m).ToString("0.00", CultureInfo.InvariantCulture), false);

    public static implicit operator Cell(DateTimeOffset? time) =>
        new(time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "", false);
}

internal static class Batches
{
    public const int Size = 1000;

    /// <summary>
    /// Reads batch after batch behind the last id, so that no statement and no connection stays open while a slow client takes what
    /// there is.
    /// </summary>
    /// <param name="read">At most <see cref="Size"/> rows whose id is greater, by id.</param>
    public static async IAsyncEnumerable<IReadOnlyList<Cell>> All<TRow>(Func<long, Task<IReadOnlyList<TRow>>> read)
        where TRow : IExportRow
    {
        var after = 0L;
        IReadOnlyList<TRow> rows;
        do
        {
            rows = await read(after);
            foreach (var row in rows)
            {
                after = row.Id;
                yield return row.Cells;
            }
        }
        while (rows.Count == Size);
    }
}

internal interface IExportRow
{
    long Id { get; }

    IReadOnlyList<Cell> Cells { get; }
}
