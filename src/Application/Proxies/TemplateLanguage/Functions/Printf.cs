using System.Globalization;
using System.Text;
using VpsPanel.Application.Proxies.TemplateLanguage.Rendering;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Functions;

/// <summary>
/// Go's formatting: every verb but %p and the binary forms of floats, flags - + 0 and blank, width and precision. Not read are #, * and
/// numbered arguments.
/// </summary>
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
            output.Append(directive.Verb.Value switch
            {
                '%' => "%",
                0 => "%!(NOVERB)",
                _ when next >= args.Count => $"%!{directive.Verb}(MISSING)",
                'T' => directive.Pad(directive.Cut(ValueText.TypeOf(args[next++]))),
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
            null => depth > 0 ? "<nil>" : directive.Verb.Value == 'v' ? directive.Pad("<nil>") : $"%!{directive.Verb}(<nil>)",
            bool truth => directive.Verb.Value is 't' or 'v' ? directive.Pad(truth ? "true" : "false") : Bad(call, directive, value, depth),
            long whole => Whole(directive, whole) ?? Bad(call, directive, value, depth),
            double or decimal => Float(call, directive, value) ?? Bad(call, directive, value, depth),
            string text => Text(directive, text) ?? Bad(call, directive, value, depth),
            DateTimeOffset instant => Text(directive, GoTime.Of(instant)) ?? Bad(call, directive, value, depth),
            IReadOnlyDictionary<string, object?> map => All(call, "map[", ValueText.Sorted(map), entry =>
                One(call, directive, entry.Key, depth + 1) + ":" + One(call, directive, entry.Value, depth + 1)),
            IReadOnlyList<object?> list => All(call, "[", list, item => One(call, directive, item, depth + 1)),
            _ => throw call.Fail($"a value of type {value.GetType().Name} is not allowed"),
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

    /// <summary>A verb that the value does not have shows the value with the same flags.</summary>
    private static string Bad(CallSite call, Directive directive, object value, int depth) =>
        $"%!{directive.Verb}({ValueText.TypeOf(value)}={One(call, directive with { Verb = new Rune('v') }, value, depth)})";

    private static string? Text(Directive directive, string text) => directive.Verb.Value switch
    {
        'v' or 's' => directive.Pad(directive.Cut(text)),
        'q' => directive.Pad(GoQuote.Of(directive.Cut(text), directive.Plus)),
        'x' => directive.Pad(Hex(directive, Convert.ToHexStringLower(Octets(directive, text)))),
        'X' => directive.Pad(Hex(directive, Convert.ToHexString(Octets(directive, text)))),
        _ => null,
    };

    /// <summary>Here a precision counts bytes.</summary>
    private static ReadOnlySpan<byte> Octets(Directive directive, string text)
    {
        var bytes = GoText.ToBytes(text);
        return bytes.AsSpan(0, Math.Min(directive.Precision ?? bytes.Length, bytes.Length));
    }

    private static string Hex(Directive directive, string digits) =>
        directive.Space ? string.Join(' ', digits.Chunk(2).Select(pair => new string(pair))) : digits;

    private static string? Whole(Directive directive, long value)
    {
        var size = value < 0 ? (ulong)-(value + 1) + 1 : (ulong)value;
        return directive.Verb.Value switch
        {
            'v' or 'd' => directive.PadWhole(value < 0, size.ToString(CultureInfo.InvariantCulture)),
            'x' => directive.PadWhole(value < 0, size.ToString("x", CultureInfo.InvariantCulture)),
            'X' => directive.PadWhole(value < 0, size.ToString("X", CultureInfo.InvariantCulture)),
            'b' => directive.PadWhole(value < 0, size.ToString("b", CultureInfo.InvariantCulture)),
            'o' => directive.PadWhole(value < 0, Octal(size)),
            'O' => directive.PadWhole(value < 0, Octal(size), "0o"),
            'c' => directive.Pad((IsCharacter(value) ? new Rune((int)value) : Rune.ReplacementChar).ToString()),
            'q' => directive.Pad(GoQuote.OfRune(value, directive.Plus)),
            'U' => (directive with { Zero = false }).Pad("U+" + value.ToString("X4", CultureInfo.InvariantCulture)),
            _ => null,
        };
    }

    private static string? Float(CallSite call, Directive directive, object value)
    {
        var verb = directive.Verb.Value;
        if (verb is 'x' or 'X' or 'b')
            throw call.Fail($"%{(char)verb} is not supported for float64");
        if (verb is not ('v' or 'f' or 'F' or 'e' or 'E' or 'g' or 'G'))
            return null;

        if (value is decimal exact && (verb is 'f' or 'F' || (verb == 'v' && directive.Precision is null)))
            return directive.PadFloat(verb == 'v' ? call.Printed(exact) : Fixed(exact, directive.Precision ?? 6), true);

        var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        var (form, precision) = verb switch
        {
            'v' => ('g', directive.Precision),
            'F' => ('f', directive.Precision ?? 6),
            'f' or 'e' or 'E' => ((char)verb, directive.Precision ?? 6),
            _ => ((char)verb, directive.Precision),
        };
        return directive.PadFloat(GoFloat.Of(number, form, precision), double.IsFinite(number));
    }

    private static string Fixed(decimal value, int decimals) =>
        (decimals <= 28 ? Math.Round(value, decimals, MidpointRounding.ToEven) : value)
            .ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Octal(ulong value)
    {
        var digits = "";
        do
        {
            digits = (char)('0' + (value & 7)) + digits;
            value >>= 3;
        }
        while (value > 0);

        return digits;
    }

    private static bool IsCharacter(long code) => code is >= 0 and <= 0x10FFFF && Rune.IsValid((int)code);

    private static string Extra(CallSite call, object? value) =>
        value is null ? "<nil>" : ValueText.TypeOf(value) + "=" + call.Printed(value);
}
