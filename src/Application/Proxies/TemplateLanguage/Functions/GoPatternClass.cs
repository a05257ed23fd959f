using System.Globalization;
using System.Text;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Functions;

/// <summary>A set of characters in a pattern: ranges of code points, and general categories, which .NET knows of its own.</summary>
internal sealed class GoPatternClass
{
    public const string Anything = @"(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[\u0000-\uFFFF])";
    public const string NoLineBreak = @"(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\n])";

    private const int LastOfPlane = 0xFFFF;
    private const int Last = 0x10FFFF;
    private const string Simple = "afnrtv";
    private const string SimpleValues = "\a\f\n\r\t\v";

    private static readonly Dictionary<string, string> Posix = new(StringComparer.Ordinal)
    {
        ["alnum"] = "09AZaz", ["alpha"] = "AZaz", ["ascii"] = "\0\x7F", ["blank"] = "\t\t  ", ["cntrl"] = "\0\x1F\x7F\x7F", ["digit"] = "09",
        ["graph"] = "!~", ["lower"] = "az", ["print"] = " ~", ["punct"] = "!/:@[`{~", ["space"] = "\t\r  ", ["upper"] = "AZ",
        ["word"] = "09AZaz__", ["xdigit"] = "09AFaf",
    };

    private static readonly (int From, int To)[] Han =
    [
        (0x2E80, 0x2E99), (0x2E9B, 0x2EF3), (0x2F00, 0x2FD5), (0x3005, 0x3005), (0x3007, 0x3007), (0x3021, 0x3029), (0x3038, 0x303B),
        (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFA6D), (0xFA70, 0xFAD9), (0x20000, 0x2FA1D), (0x30000, 0x323AF),
    ];

    private readonly List<(int From, int To)> _ranges = [];
    private readonly StringBuilder _categories = new();

    public static GoPatternClass Of(Rune rune) => new GoPatternClass().Add(rune.Value, rune.Value);

    /// <summary>At a bracket.</summary>
    public static GoPatternClass Read(string pattern, ref int at)
    {
        var set = new GoPatternClass();
        at++;
        var isNegated = at < pattern.Length && pattern[at] == '^';
        at += isNegated ? 1 : 0;
        for (var first = true; ; first = false)
        {
            if (at >= pattern.Length)
                throw new FormatException("missing closing ]");
            if (pattern[at] == ']' && !first)
                break;

            set.Item(pattern, ref at);
        }

        at++;
        return isNegated ? set.Complement() : set;
    }

    /// <summary>At a backslash.</summary>
    public static GoPatternClass ReadEscape(string pattern, ref int at)
    {
        if (at + 1 >= pattern.Length)
            throw new FormatException("trailing backslash");

        var letter = pattern[at + 1];
        at += 2;
        return letter switch
        {
            'd' => Named("digit"),
            'D' => Named("digit").Complement(),
            'w' => Named("word"),
            'W' => Named("word").Complement(),
            's' => Blank(),
            'S' => Blank().Complement(),
            'p' or 'P' => Category(pattern, letter == 'P', ref at),
            _ => Of(Code(pattern, letter, ref at)),
        };
    }

    /// <summary>As a group or a class of .NET's, whose characters are UTF-16 units.</summary>
    public string Written()
    {
        var (low, pairs) = (new StringBuilder(), new List<string>());
        foreach (var (from, to) in _ranges)
        {
            if (from <= LastOfPlane)
                low.Append(Unit(from)).Append('-').Append(Unit(Math.Min(to, LastOfPlane)));
            if (to > LastOfPlane)
                Pairs(Math.Max(from, LastOfPlane + 1), to, pairs);
        }

        low.Append(_categories);
        if (pairs.Count == 0)
            return low.Length == 0 ? "[^\\u0000-\\uFFFF]" : $"[{low}]";

        return low.Length == 0 ? $"(?:{string.Join('|', pairs)})" : $"(?:{string.Join('|', pairs)}|[{low}])";
    }

    private static GoPatternClass Named(string name)
    {
        var (set, bounds) = (new GoPatternClass(), Posix[name]);
        for (var at = 0; at < bounds.Length; at += 2)
            set.Add(bounds[at], bounds[at + 1]);

        return set;
    }

    private static GoPatternClass Blank() => new GoPatternClass().Add('\t', '\n').Add('\f', '\r').Add(' ', ' ');

    private static GoPatternClass Category(string pattern, bool isNegated, ref int at)
    {
        if (at >= pattern.Length)
            throw new FormatException("invalid character class");

        var end = pattern[at] == '{' ? pattern.IndexOf('}', at) : at;
        if (end < 0)
            throw new FormatException("invalid character class");

        var name = pattern[at] == '{' ? pattern[(at + 1)..end] : pattern[at].ToString();
        at = end + 1;
        if (name.StartsWith('^'))
            (name, isNegated) = (name[1..], !isNegated);

        var set = new GoPatternClass();
        if (name == "Han")
        {
            foreach (var (from, to) in Han)
                set.Add(from, to);

            return isNegated ? set.Complement() : set;
        }

        if (name.Length is 0 or > 2 || !"LMNPSZC".Contains(name[0]))
            throw new NotSupportedException($"the class {name}");

        set._categories.Append(isNegated ? @"\P{" : @"\p{").Append(name).Append('}');
        return isNegated ? set.Add(LastOfPlane + 1, Last) : set;
    }

    private static Rune Code(string pattern, char letter, ref int at)
    {
        if (letter is >= '0' and <= '7')
        {
            var (code, digits) = (letter - '0', 1);
            if (letter != '0' && (at >= pattern.Length || pattern[at] is < '0' or > '7'))
                throw new FormatException("no references to groups");

            for (; digits < 3 && at < pattern.Length && pattern[at] is >= '0' and <= '7'; digits++)
                code = (code * 8) + (pattern[at++] - '0');

            return new Rune(code);
        }

        if (letter == 'x')
        {
            var end = at < pattern.Length && pattern[at] == '{' ? pattern.IndexOf('}', at) : at + 2;
            var text = end < 0 || end > pattern.Length ? "" : pattern[at..end].TrimStart('{');
            at = end < 0 ? pattern.Length : at < pattern.Length && pattern[at] == '{' ? end + 1 : end;
            return int.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code)
                ? new Rune(code)
                : throw new FormatException("invalid escape sequence");
        }

        if (Simple.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var simple)
            return new Rune(SimpleValues[simple]);

        return char.IsAscii(letter) && !char.IsAsciiLetterOrDigit(letter)
            ? new Rune(letter)
            : throw new FormatException("invalid escape sequence");
    }

    private void Item(string pattern, ref int at)
    {
        if (string.CompareOrdinal(pattern, at, "[:", 0, 2) == 0 && pattern.IndexOf(":]", at, StringComparison.Ordinal) is > 0 and var end)
        {
            var name = pattern[(at + 2)..end];
            var set = Posix.ContainsKey(name.TrimStart('^')) ? Named(name.TrimStart('^')) : throw new FormatException("invalid class");
            Add(name.StartsWith('^') ? set.Complement() : set);
            at = end + 2;
            return;
        }

        var from = Member(pattern, ref at);
        if (from is null || at + 1 >= pattern.Length || pattern[at] != '-' || pattern[at + 1] == ']')
        {
            if (from is { } alone)
                Add(alone, alone);

            return;
        }

        at++;
        var to = Member(pattern, ref at) ?? throw new FormatException("invalid range");
        Add(from.Value, to >= from ? to : throw new FormatException("invalid range"));
    }

    /// <summary>Null for an escape that stands for a set, which is added.</summary>
    private int? Member(string pattern, ref int at)
    {
        if (pattern[at] != '\\')
        {
            var rune = Rune.TryGetRuneAt(pattern, at, out var known) ? known : Rune.ReplacementChar;
            at += rune == known ? rune.Utf16SequenceLength : 1;
            return rune.Value;
        }

        var set = ReadEscape(pattern, ref at);
        if (set._categories.Length == 0 && set._ranges is [var (from, to)] && from == to)
            return from;

        Add(set);
        return null;
    }

    private GoPatternClass Add(int from, int to)
    {
        _ranges.Add((from, to));
        return this;
    }

    private void Add(GoPatternClass other)
    {
        _ranges.AddRange(other._ranges);
        _categories.Append(other._categories);
    }

    private GoPatternClass Complement()
    {
        var rest = new GoPatternClass();
        var next = 0;
        foreach (var (from, to) in _ranges.Order())
        {
            if (from > next)
                rest.Add(next, from - 1);

            next = Math.Max(next, to + 1);
        }

        if (next <= Last)
            rest.Add(next, Last);
        if (_categories.Length > 0)
            throw new NotSupportedException("a negated class with a category in it");

        return rest;
    }

    private static void Pairs(int from, int to, List<string> pairs)
    {
        for (var start = from; start <= to;)
        {
            var high = 0xD800 + ((start - 0x10000) >> 10);
            var end = Math.Min(to, 0x10000 + ((high - 0xD800) << 10) + 0x3FF);

            // Whole blocks of one first unit after the other are one range of first units.
            var isWhole = (start & 0x3FF) == 0 && to - start >= 0x3FF;
            var lastHigh = isWhole ? 0xD800 + ((to - 0x10000 - 0x3FF) >> 10) : high;
            end = isWhole ? 0x10000 + ((lastHigh - 0xD800) << 10) + 0x3FF : end;
            pairs.Add($"[{Unit(high)}-{Unit(lastHigh)}][{Unit(0xDC00 + (start & 0x3FF))}-{Unit(0xDC00 + (end & 0x3FF))}]");
            start = end + 1;
        }
    }

    private static string Unit(int code) => "\\u" + code.ToString("X4", CultureInfo.InvariantCulture);
}
