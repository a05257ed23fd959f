using System.Text.RegularExpressions;
using VpsPanel.Application.Proxies.TemplateLanguage.Rendering;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Functions;

internal static class SprigText
{
    /// <summary>Every value in double quotes; what is missing is left out.</summary>
    public static object Quote(CallSite call, IReadOnlyList<object?> args) =>
        call.Made(string.Join(' ', args.Where(arg => arg is not null).Select(arg => GoQuote.Of(call.Printed(arg)))));

    /// <summary>The first bytes, or with a negative length the last ones.</summary>
    public static object Truncate(CallSite call, IReadOnlyList<object?> args)
    {
        var (length, bytes) = (call.Whole(args[0]), GoText.ToBytes(call.Text(args[1])));
        if (length < 0 && bytes.Length + length > 0)
            return call.Made(GoText.FromBytes(bytes.AsSpan((int)(bytes.Length + length))));

        return length >= 0 && bytes.Length > length ? call.Made(GoText.FromBytes(bytes.AsSpan(0, (int)length))) : args[1]!;
    }

    public static object Indent(CallSite call, IReadOnlyList<object?> args, string before)
    {
        var (blanks, text) = (call.Whole(args[0]), call.Text(args[1]));
        if (blanks < 0)
            throw call.Fail("negative count");

        call.Run.CheckLength(call.At, blanks);
        call.Run.CheckLength(call.At, text.Length + (blanks * (text.AsSpan().Count('\n') + 1L)));
        var pad = new string(' ', (int)blanks);
        return call.Made(before + pad + text.Replace("\n", "\n" + pad, StringComparison.Ordinal));
    }

    /// <summary>A map with the parts as <c>_0</c>, <c>_1</c> and so on.</summary>
    public static object Split(CallSite call, IReadOnlyList<object?> args)
    {
        var map = new MadeMap();
        foreach (var part in (IReadOnlyList<object?>)TextFunctions.Split(call, [args[1], args[0]]))
            map[$"_{map.Count}"] = part;

        return map;
    }

    public static object Join(CallSite call, IReadOnlyList<object?> args)
    {
        var separator = call.Text(args[0]);
        return TextFunctions.Join(call, [Texts(call, args[1]).ToList<object?>(), separator]);
    }

    /// <summary>A list's values as text without the missing ones; what is no list is a list of one.</summary>
    public static IEnumerable<string> Texts(CallSite call, object? value) => value switch
    {
        null => [],
        IReadOnlyList<object?> list => list.Where(item => item is not null).Select(call.Printed),
        _ => [call.Printed(value)],
    };

    /// <summary>False too for a pattern that is none.</summary>
    public static object Matches(CallSite call, IReadOnlyList<object?> args)
    {
        var (pattern, text) = (call.Text(args[0]), call.Text(args[1]));
        call.Run.Spend(call.At, text.Length);
        return call.Run.Patterns.Find(call, pattern) is { } expression && Bounded(call, () => expression.Expression.IsMatch(text));
    }

    /// <summary>In the replacement <c>$1</c>, <c>${1}</c> and <c>${name}</c> stand for groups and <c>$$</c> for a dollar.</summary>
    public static object ReplaceMatches(CallSite call, IReadOnlyList<object?> args)
    {
        var (pattern, text, replacement) = (call.Text(args[0]), call.Text(args[1]), call.Text(args[2]));
        call.Run.Spend(call.At, text.Length);
        var expression = call.Run.Patterns.Find(call, pattern) ?? throw call.Fail($"error parsing regexp: {pattern}");
        var length = (long)text.Length;
        return call.Made(Bounded(call, () => expression.Expression.Replace(text, match =>
        {
            var made = expression.Expand(replacement, match);
            length += made.Length;
            call.Run.Spend(call.At, made.Length);
            call.Run.CheckLength(call.At, length);
            return made;
        })));
    }

    private static T Bounded<T>(CallSite call, Func<T> run)
    {
        try
        {
            return run();
        }
        catch (RegexMatchTimeoutException)
        {
            throw TemplateFailure.Limit(call.At, $"{call.Name}: the pattern takes too long");
        }
    }
}
