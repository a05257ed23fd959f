using System.Globalization;
using System.Text;
using VpsPanel.Application.Proxies.TemplateLanguage.Rendering;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Functions;

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

        for (var extra = next; extra < args.Count; extra++)
        {
            output.Append(extra == next ? "%!(EXTRA " : ", ").Append(Extra(call, args[extra]));
            call.Run.CheckLength(call.At, output.Length);
        }

        return call.Made(next < args.Count ? output.Append(')').ToString() : output.ToString());
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
            null when depth > 0 => directive.Pad("<nil>"),
            _ => Simple(call, directive, value),
        };
    }

    private static string All<T>(CallSite call, string open, IEnumerable<T> items, Func<T, string> format)
    {
        var output = new StringBuilder(open);
        var separator = "";
        foreach (var item in items)
        {
            output.Append(separator).Append(format(item));
            call.Run.CheckLength(call.At, output.Length);
            separator = " ";
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
        (_, null) => $"%!{directive.Verb}(<nil>)",
        ('v', _) or ('q', long) or ('x' or 'X', double or decimal) =>
            throw call.Fail($"%{directive.Verb} is not supported for {ValueText.TypeOf(value)}"),
        _ => $"%!{directive.Verb}({ValueText.TypeOf(value)}={Simple(call, directive with { Verb = 'v' }, value)})",
    };

    private static string Whole(Directive directive, long value, string digits) =>
        directive.PadNumber((value < 0 ? "-" : "") + digits.PadLeft(directive.Precision ?? 0, '0'));

    private static ulong Magnitude(long value) => value < 0 ? (ulong)-(value + 1) + 1 : (ulong)value;

    private static string Extra(CallSite call, object? value) =>
        value is null ? "<nil>" : ValueText.TypeOf(value) + "=" + call.Printed(value);
}
