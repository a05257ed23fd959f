using System.Globalization;
using System.Text;
using VpsPanel.Application.Templates.Rendering;

namespace VpsPanel.Application.Templates.Functions;

/// <summary>Go's formatting with %s %d %v %q %t %f %x %X and %%, flags - + 0 and blank, width and precision.</summary>
internal static class Printf
{
    private const int MaxWidth = 1000;

    public static object Format(CallSite call, IReadOnlyList<object?> args)
    {
        var format = call.Text(args[0]);
        var output = new StringBuilder();
        var next = 1;
        for (var at = 0; at < format.Length;)
        {
            var percent = format.IndexOf('%', at);
            output.Append(format, at, (percent < 0 ? format.Length : percent) - at);
            if (percent < 0)
                break;

            var directive = Directive.Read(call, format, percent + 1, MaxWidth, out at);
            output.Append(directive.Verb switch
            {
                '%' => "%",
                '\0' => "%!(NOVERB)",
                _ when next >= args.Count => $"%!{directive.Verb}(MISSING)",
                _ => One(call, directive, args[next++], 0),
            });
            call.Run.Spend(call.At);
            call.Run.CheckLength(call.At, output.Length);
        }

        if (next < args.Count)
            output.Append("%!(EXTRA ").AppendJoin(", ", args.Skip(next).Select(extra => Bare(call, extra, "="))).Append(')');

        return call.Made(output.ToString());
    }

    private static string One(CallSite call, Directive directive, object? value, int depth)
    {
        call.Run.Spend(call.At);
        call.Run.CheckDepth(call.At, depth);
        return value switch
        {
            IReadOnlyDictionary<string, object?> map => All(call, "map[", ValueText.Sorted(map), entry =>
                One(call, directive, entry.Key, depth + 1) + ":" + One(call, directive, entry.Value, depth + 1)),
            IReadOnlyList<object?> list => All(call, "[", list, item => One(call, directive, item, depth + 1)),
            _ => Simple(call, directive, value),
        };
    }

    private static string All<T>(CallSite call, string open, IEnumerable<T> items, Func<T, string> format)
    {
        var output = new StringBuilder(open);
        foreach (var item in items)
        {
            output.Append(output.Length > open.Length ? " " : "").Append(format(item));
            call.Run.CheckLength(call.At, output.Length);
        }

        return output.Append(']').ToString();
    }

    private static string Simple(CallSite call, Directive directive, object? value) => (directive.Verb, value) switch
    {
        ('v', null) => directive.Pad("<nil>"),
        ('v', bool) or ('t', bool) => directive.Pad(call.Printed(value)),
        ('v' or 's', string text) => directive.Pad(directive.Cut(text)),
        ('q', string text) => directive.Pad(GoQuote.Of(directive.Cut(text))),
        ('x', string text) => directive.Pad(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text))),
        ('X', string text) => directive.Pad(Convert.ToHexString(Encoding.UTF8.GetBytes(text))),
        ('v' or 'd', long whole) => Whole(directive, whole, Magnitude(whole).ToString(CultureInfo.InvariantCulture)),
        ('x', long whole) => Whole(directive, whole, Magnitude(whole).ToString("x", CultureInfo.InvariantCulture)),
        ('X', long whole) => Whole(directive, whole, Magnitude(whole).ToString("X", CultureInfo.InvariantCulture)),
        ('v', double or decimal) when directive.Precision is null => directive.PadNumber(call.Printed(value)),
        ('f', double number) => directive.PadNumber(Fixed.Of(number, directive.Precision ?? 6)),
        ('f', decimal number) => directive.PadNumber(Fixed.Of(number, directive.Precision ?? 6)),
        ('s' or 'd' or 'q' or 't' or 'f' or 'x' or 'X', _) when !IsFloatInHex(directive, value) =>
            $"%!{directive.Verb}({Bare(call, value, "=")})",
        _ => throw call.Fail($"%{directive.Verb} is not supported for {ValueText.TypeOf(value)}"),
    };

    private static string Whole(Directive directive, long value, string digits) =>
        directive.PadNumber((value < 0 ? "-" : "") + digits.PadLeft(directive.Precision ?? 0, '0'));

    private static ulong Magnitude(long value) => value < 0 ? (ulong)-(value + 1) + 1 : (ulong)value;

    private static bool IsFloatInHex(Directive directive, object? value) => directive.Verb is 'x' or 'X' && value is double or decimal;

    private static string Bare(CallSite call, object? value, string sign) =>
        value is null ? "<nil>" : ValueText.TypeOf(value) + sign + call.Printed(value);
}
