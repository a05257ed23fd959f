using System.Globalization;

namespace VpsPanel.WebApi.Http.Lists;

/// <summary>Numbers of rows and pages as clients send them.</summary>
internal static class PageNumber
{
    /// <summary>Deeper than any list; a page behind it is as empty as the one at it.</summary>
    public const int Deepest = 1_000_000_000;

    /// <summary>Null for what is no number from 0; a number that is too large for us is the largest that we have.</summary>
    public static int? Read(string? text)
    {
        var digits = (text ?? "").Trim();
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit))
            return null;

        return int.TryParse(digits, CultureInfo.InvariantCulture, out var number) && number < Deepest ? number : Deepest;
    }

    /// <inheritdoc cref="Read"/>
    public static int? ReadPositive(string? text) => Read(text) is > 0 and var number ? number : null;

    /// <summary>How many rows stand before a page, counted from 1.</summary>
    public static int Skip(int page, int take) => (int)Math.Min((page - 1L) * take, Deepest);
}
