using System.Globalization;
using System.Text;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Rendering;

/// <summary>Indented JSON as Go writes it: two blanks, sorted keys, <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c> escaped.</summary>
internal static class GoJson
{
    public static string Of(object? value, Run run, int at)
    {
        var output = new StringBuilder();
        Write(output, value, run, at, 0);
        return output.ToString();
    }

    private static void Write(StringBuilder output, object? value, Run run, int at, int depth)
    {
        run.CheckDepth(at, depth);
        run.CheckLength(at, output.Length);
        switch (value)
        {
            case IReadOnlyDictionary<string, object?> map:
                WriteAll(output, '{', '}', ValueText.Sorted(map), depth, entry =>
                {
                    Quote(output, entry.Key, run, at);
                    output.Append(": ");
                    Write(output, entry.Value, run, at, depth + 1);
                });
                break;
            case IReadOnlyList<object?> list:
                WriteAll(output, '[', ']', list, depth, item => Write(output, item, run, at, depth + 1));
                break;
            case string text:
                Quote(output, text, run, at);
                break;
            default:
                run.Spend(at);
                output.Append(Simple(value, at));
                break;
        }
    }

    private static void WriteAll<T>(StringBuilder output, char open, char close, IEnumerable<T> items, int depth, Action<T> write)
    {
        output.Append(open);
        var any = false;
        foreach (var item in items)
        {
            output.Append(any ? "," : "").Append('\n').Append(' ', 2 * (depth + 1));
            write(item);
            any = true;
        }

        if (any)
            output.Append('\n').Append(' ', 2 * depth);

        output.Append(close);
    }

    private static void Quote(StringBuilder output, string text, Run run, int at)
    {
        run.Spend(at, text.Length);
        output.Append('"');
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '"' or '\\' => output.Append('\\').Append(letter),
                '\n' => output.Append("\\n"),
                '\r' => output.Append("\\r"),
                '\t' => output.Append("\\t"),
                '\b' => output.Append("\\b"),
                '\f' => output.Append("\\f"),
                < ' ' or '<' or '>' or '&' or '\u2028' or '\u2029' => output.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => output.Append(letter),
            };
        }

        output.Append('"');
    }

    private static string Simple(object? value, int at) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        long whole => whole.ToString(CultureInfo.InvariantCulture),
        double number when double.IsFinite(number) => Number(number),
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        _ => throw TemplateFailure.Render(at, $"{ValueText.TypeOf(value)} has no JSON form"),
    };

    /// <summary>Plain within 1e-6 and 1e21; beyond, an exponent without leading zeros.</summary>
    private static string Number(double value)
    {
        var small = Math.Abs(value) is >= 1e-6 and < 1e-4;
        return small ? ValueText.Decimal(value) : ValueText.Float(value).Replace("e-0", "e-", StringComparison.Ordinal);
    }
}
