using System.Globalization;
using System.Text;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Functions;

/// <summary>Times in UTC, written after Go's reference time <c>Mon Jan 2 15:04:05 MST 2006</c>.</summary>
internal static class GoTime
{
    private const string Nanoseconds = "000000000";

    // The longest first where one begins like another.
    private static readonly string[] Parts =
    [
        "January", "Jan", "Monday", "Mon", "MST", "2006", "-07:00:00", "-07:00", "-070000", "-0700", "-07", "Z07:00:00", "Z07:00", "Z070000",
        "Z0700", "Z07", "002", "__2", "_2006", "_2", "01", "02", "03", "04", "05", "06", "15", "PM", "pm", "1", "2", "3", "4", "5",
    ];

    /// <summary>As <c>print</c> shows it.</summary>
    public static string Of(DateTimeOffset instant) => Format(instant, "2006-01-02 15:04:05.999999999 -0700 MST");

    public static string Rfc3339(DateTimeOffset instant) => Format(instant, "2006-01-02T15:04:05.999999999Z07:00");

    public static string Format(DateTimeOffset instant, string layout)
    {
        var time = instant.UtcDateTime;
        var text = new StringBuilder(layout.Length + 16);
        for (var at = 0; at < layout.Length;)
        {
            if (Fraction(time, layout, at, out var length) is { } fraction)
            {
                text.Append(fraction);
                at += length;
                continue;
            }

            var part = Array.Find(Parts, known => string.CompareOrdinal(layout, at, known, 0, known.Length) == 0);
            if (part is null || (part is "Jan" or "Mon" && at + 3 < layout.Length && char.IsAsciiLetterLower(layout[at + 3])))
            {
                text.Append(layout[at++]);
                continue;
            }

            text.Append(Written(time, part));
            at += part.Length;
        }

        return text.ToString();
    }

    /// <summary>Digits after a point or comma: nines leave zeros at the end out, and the point with them.</summary>
    private static string? Fraction(DateTime time, string layout, int at, out int length)
    {
        length = 1;
        if (layout[at] is not ('.' or ',') || at + 1 >= layout.Length || layout[at + 1] is not ('0' or '9'))
            return null;

        while (at + length < layout.Length && layout[at + length] == layout[at + 1])
            length++;
        if (at + length < layout.Length && char.IsAsciiDigit(layout[at + length]))
            return null;

        var digits = ((time.Ticks % TimeSpan.TicksPerSecond) * 100).ToString(Nanoseconds, CultureInfo.InvariantCulture);
        digits = digits.PadRight(length, '0')[..(length - 1)];
        if (layout[at + 1] == '9')
            digits = digits.TrimEnd('0');

        return digits.Length == 0 ? "" : layout[at] + digits;
    }

    private static string Written(DateTime time, string part) => part switch
    {
        "2006" => Custom(time, "yyyy"),
        "_2006" => "_" + Custom(time, "yyyy"),
        "06" => Custom(time, "yy"),
        "January" => Custom(time, "MMMM"),
        "Jan" => Custom(time, "MMM"),
        "01" => Custom(time, "MM"),
        "1" => Custom(time, "%M"),
        "Monday" => Custom(time, "dddd"),
        "Mon" => Custom(time, "ddd"),
        "02" => Custom(time, "dd"),
        "2" => Custom(time, "%d"),
        "_2" => Custom(time, "%d").PadLeft(2),
        "002" => time.DayOfYear.ToString("000", CultureInfo.InvariantCulture),
        "__2" => time.DayOfYear.ToString(CultureInfo.InvariantCulture).PadLeft(3),
        "15" => Custom(time, "HH"),
        "03" => Custom(time, "hh"),
        "3" => Custom(time, "%h"),
        "04" => Custom(time, "mm"),
        "4" => Custom(time, "%m"),
        "05" => Custom(time, "ss"),
        "5" => Custom(time, "%s"),
        "PM" => time.Hour < 12 ? "AM" : "PM",
        "pm" => time.Hour < 12 ? "am" : "pm",
        "MST" => "UTC",
        ['Z', ..] => "Z",
        _ => part.Replace('-', '+').Replace('7', '0'),
    };

    private static string Custom(DateTime time, string format) => time.ToString(format, CultureInfo.InvariantCulture);
}
