using System.Globalization;
using System.Text;
using VpsPanel.Application.Proxies.TemplateLanguage.Functions;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Rendering;

/// <summary>JSON as Go writes it: sorted keys, <c>&lt;</c>, <c>&gt;</c> and <c>&amp;</c> escaped.</summary>
internal sealed class GoJson
{
    private readonly StringBuilder _output = new();
    private readonly Run _run;
    private readonly int _at;
    private readonly bool _indented;

    private GoJson(Run run, int at, bool indented)
    {
        _run = run;
        _at = at;
        _indented = indented;
    }

    /// <param name="indented">By two blanks; otherwise without any blank.</param>
    public static string Of(object? value, Run run, int at, bool indented)
    {
        var json = new GoJson(run, at, indented);
        json.Write(value, 0);
        return json._output.ToString();
    }

    private void Write(object? value, int depth)
    {
        _run.CheckDepth(_at, depth);
        _run.CheckLength(_at, _output.Length);
        switch (value)
        {
            case IReadOnlyDictionary<string, object?> map:
                WriteAll('{', '}', ValueText.Sorted(map), depth, entry =>
                {
                    Quote(entry.Key);
                    _output.Append(_indented ? ": " : ":");
                    Write(entry.Value, depth + 1);
                });
                break;
            case IReadOnlyList<object?> list:
                WriteAll('[', ']', list, depth, item => Write(item, depth + 1));
                break;
            case string text:
                Quote(text);
                break;
            case DateTimeOffset instant:
                Quote(GoTime.Rfc3339(instant));
                break;
            default:
                _run.Spend(_at);
                _output.Append(Simple(value, _at));
                break;
        }
    }

    private void WriteAll<T>(char open, char close, IEnumerable<T> items, int depth, Action<T> write)
    {
        _output.Append(open);
        var any = false;
        foreach (var item in items)
        {
            _output.Append(any ? "," : "");
            BreakLine(depth + 1);
            write(item);
            any = true;
        }

        if (any)
            BreakLine(depth);

        _output.Append(close);
    }

    private void BreakLine(int depth)
    {
        if (_indented)
            _output.Append('\n').Append(' ', 2 * depth);
    }

    private void Quote(string text)
    {
        _run.Spend(_at, text.Length);
        _output.Append('"');
        for (var at = 0; at < text.Length; at++)
        {
            _ = text[at] switch
            {
                '"' or '\\' => _output.Append('\\').Append(text[at]),
                '\n' => _output.Append("\\n"),
                '\r' => _output.Append("\\r"),
                '\t' => _output.Append("\\t"),
                '\b' => _output.Append("\\b"),
                '\f' => _output.Append("\\f"),
                < ' ' or '<' or '>' or '&' or '\u2028' or '\u2029' => _output.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[at]:x4}"),
                >= '\uD800' and <= '\uDFFF' when !IsPart(text, at) => _output.Append("\\ufffd"),
                _ => _output.Append(text[at]),
            };
        }

        _output.Append('"');
    }

    private static bool IsPart(string text, int at) => char.IsHighSurrogate(text[at])
        ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
        : at > 0 && char.IsHighSurrogate(text[at - 1]);

    private static string Simple(object? value, int at) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        long whole => whole.ToString(CultureInfo.InvariantCulture),
        double number when double.IsFinite(number) => GoFloat.Json(number),
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        _ => throw TemplateFailure.Render(at, $"{ValueText.TypeOf(value)} has no JSON form"),
    };
}
