using System.Globalization;
using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.Application.Engagement.Exports;

/// <summary>A value in a table. Texts may come from anybody; numbers and times are ours.</summary>
public readonly record struct Cell(string Value, bool IsText)
{
    public static implicit operator Cell(string text) => new(text, true);

    public static implicit operator Cell(long number) => new(number.ToString(CultureInfo.InvariantCulture), false);

    public static implicit operator Cell(Yuan amount) => new((amount.Cents / 100m).ToString("0.00", CultureInfo.InvariantCulture), false);

    public static implicit operator Cell(DateTimeOffset? time) =>
        new(time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "", false);
}
