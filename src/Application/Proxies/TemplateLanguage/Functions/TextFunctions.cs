using System.Globalization;
using System.Text;
using VpsPanel.Application.Proxies.TemplateLanguage.Rendering;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Functions;

internal static class TextFunctions
{
    public const string NoValue = "<no value>";

    public static object Upper(CallSite call, IReadOnlyList<object?> args) => call.Made(GoText.Valid(call.Text(args[0])).ToUpperInvariant());

    public static object Lower(CallSite call, IReadOnlyList<object?> args) => call.Made(GoText.Valid(call.Text(args[0])).ToLowerInvariant());

    /// <summary>Upper case for the first letter of each word.</summary>
    public static object Title(CallSite call, IReadOnlyList<object?> args)
    {
        var letters = GoText.Valid(call.Text(args[0])).ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (i == 0 || SeparatesWords(letters[i - 1]))
                letters[i] = char.ToUpperInvariant(letters[i]);
        }

        return call.Made(new string(letters));
    }

    public static object TrimPrefix(CallSite call, IReadOnlyList<object?> args)
    {
        var (text, prefix) = (call.Text(args[0]), call.Text(args[1]));
        return text.StartsWith(prefix, StringComparison.Ordinal) ? call.Made(text[prefix.Length..]) : text;
    }

    public static object TrimSuffix(CallSite call, IReadOnlyList<object?> args)
    {
        var (text, suffix) = (call.Text(args[0]), call.Text(args[1]));
        return text.EndsWith(suffix, StringComparison.Ordinal) ? call.Made(text[..^suffix.Length]) : text;
    }

    /// <summary>Text, what is replaced everywhere, what replaces it.</summary>
    public static object Replace(CallSite call, IReadOnlyList<object?> args)
    {
        var (text, old, fresh) = (call.Text(args[0]), call.Text(args[1]), call.Text(args[2]));
        var hits = old.Length == 0 ? text.Length + 1 : text.AsSpan().Count(old);

        // Known before it is made: a short template could ask for more memory than there is.
        call.Run.CheckLength(call.At, text.Length + (hits * ((long)fresh.Length - old.Length)));
        return call.Made(old.Length == 0 ? Interleave(text, fresh) : text.Replace(old, fresh, StringComparison.Ordinal));
    }

    /// <summary>An empty separator splits into characters.</summary>
    public static object Split(CallSite call, IReadOnlyList<object?> args)
    {
        var (text, separator) = (call.Text(args[0]), call.Text(args[1]));
        call.Run.SpendEntries(call.At, separator.Length == 0 ? text.Length : text.AsSpan().Count(separator) + 1);
        return separator.Length == 0
            ? Characters(text).ToList<object?>()
            : text.Split(separator).ToList<object?>();
    }

    public static object Join(CallSite call, IReadOnlyList<object?> args)
    {
        var separator = call.Text(args[1]);
        if ((args[0] ?? Array.Empty<object?>()) is not IReadOnlyList<object?> list)
            throw call.Fail($"expected list; got {ValueText.TypeOf(args[0])}");

        call.Run.Spend(call.At, list.Count);
        var joined = new StringBuilder();
        for (var i = 0; i < list.Count; i++)
        {
            var item = call.Printed(list[i]);
            call.Run.CheckLength(call.At, joined.Length + (long)separator.Length + item.Length);
            joined.Append(i == 0 ? "" : separator).Append(item);
        }

        return call.Made(joined.ToString());
    }

    public static object Base64Encode(CallSite call, IReadOnlyList<object?> args) =>
        call.Made(Convert.ToBase64String(GoText.ToBytes(call.Text(args[0]))));

    public static object Base64Decode(CallSite call, IReadOnlyList<object?> args)
    {
        var text = call.Text(args[0]);
        var bytes = new byte[(text.Length * 3 / 4) + 3];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? call.Made(GoText.FromBytes(bytes.AsSpan(0, length)))
            : throw call.Fail("illegal base64 data");
    }

    /// <summary>Does nothing where every printed value is escaped anyway.</summary>
    public static object Html(CallSite call, IReadOnlyList<object?> args)
    {
        var text = Shown(call, args);
        return call.Run.Mode == RenderMode.Html ? text : call.Made(Escaping.Html(text));
    }

    public static object Script(CallSite call, IReadOnlyList<object?> args) => call.Made(Escaping.Script(Shown(call, args)));

    public static object Query(CallSite call, IReadOnlyList<object?> args) => call.Made(Escaping.Query(Shown(call, args)));

    /// <summary>Puts a blank between neighbours of which neither is text.</summary>
    public static string Sprint(CallSite call, IReadOnlyList<object?> args)
    {
        var text = new StringBuilder();
        for (var i = 0; i < args.Count; i++)
        {
            if (i > 0 && args[i] is not string && args[i - 1] is not string)
                text.Append(' ');

            text.Append(call.Printed(args[i]));
            call.Run.CheckLength(call.At, text.Length);
        }

        return call.Made(text.ToString());
    }

    public static object Sprintln(CallSite call, IReadOnlyList<object?> args)
    {
        var text = new StringBuilder();
        for (var i = 0; i < args.Count; i++)
        {
            text.Append(i == 0 ? "" : " ").Append(call.Printed(args[i]));
            call.Run.CheckLength(call.At, text.Length);
        }

        return call.Made(text.Append('\n').ToString());
    }

    /// <summary>RFC 3339 in UTC, to the second.</summary>
    public static object Now(CallSite call, IReadOnlyList<object?> args) =>
        call.Run.Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>What is missing is named here, where <c>print</c> writes nil.</summary>
    private static string Shown(CallSite call, IReadOnlyList<object?> args) => Sprint(call, [.. args.Select(arg => arg ?? NoValue)]);

    private static string Interleave(string text, string fresh) =>
        fresh + string.Concat(Characters(text).Select(letter => letter + fresh));

    /// <summary>A byte that is part of no character counts as one.</summary>
    private static IEnumerable<string> Characters(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = char.IsSurrogatePair(text, at) ? 2 : 1;
            yield return text.Substring(at, length);
            at += length;
        }
    }

    private static bool SeparatesWords(char letter) =>
        char.IsAscii(letter) ? !char.IsAsciiLetterOrDigit(letter) && letter != '_' : char.IsWhiteSpace(letter);
}
