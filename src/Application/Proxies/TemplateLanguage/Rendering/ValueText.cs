using System.Globalization;
using System.Text;
using VpsPanel.Application.Proxies.TemplateLanguage.Functions;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Rendering;

/// <summary>Values as Go prints them with <c>%v</c>: <c>[1 2]</c>, <c>map[a:1 b:2]</c>, <c>1e+06</c>.</summary>
internal static class ValueText
{
    public static string Of(object? value, Run run, int at)
    {
        if (value is string text)
            return text;

        var output = new StringBuilder();
        Write(output, value, run, at, 0);
        return output.ToString();
    }

    public static string TypeOf(object? value) => value switch
    {
        null => "<nil>",
        string => "string",
        bool => "bool",
        long => "int",
        double or decimal => "float64",
        DateTimeOffset => "time.Time",
        IReadOnlyDictionary<string, object?> => "map[string]interface {}",
        IReadOnlyList<object?> => "[]interface {}",
        _ => value.GetType().Name,
    };

    /// <summary>In Go's order of printing.</summary>
    public static IEnumerable<KeyValuePair<string, object?>> Sorted(IReadOnlyDictionary<string, object?> map) =>
        map.OrderBy(entry => entry.Key, GoText.Order);

    private static void Write(StringBuilder output, object? value, Run run, int at, int depth)
    {
        run.CheckDepth(at, depth);
        switch (value)
        {
            case IReadOnlyDictionary<string, object?> map:
                WriteAll(output, "map[", Sorted(map), run, at, entry =>
                {
                    output.Append(entry.Key).Append(':');
                    Write(output, entry.Value, run, at, depth + 1);
                });
                break;
            case IReadOnlyList<object?> list:
                WriteAll(output, "[", list, run, at, item => Write(output, item, run, at, depth + 1));
                break;
            default:
                var text = Simple(value, at);
                run.Spend(at, text.Length);
                output.Append(text);
                break;
        }
    }

    private static void WriteAll<T>(StringBuilder output, string open, IEnumerable<T> items, Run run, int at, Action<T> write)
    {
        var separator = open;
        foreach (var item in items)
        {
            output.Append(separator);
            write(item);
            run.CheckLength(at, output.Length);
            separator = " ";
        }

        output.Append(separator == open ? open : "").Append(']');
    }

    private static string Simple(object? value, int at) => value switch
    {
        null => "<nil>",
        string text => text,
        bool truth => truth ? "true" : "false",
        long whole => whole.ToString(CultureInfo.InvariantCulture),
        double number => GoFloat.Shortest(number),
        DateTimeOffset instant => GoTime.Of(instant),
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        _ => throw TemplateFailure.Render(at, $"a value of type {value.GetType().Name} is not allowed"),
    };
}
