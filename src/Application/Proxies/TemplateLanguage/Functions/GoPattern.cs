using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Functions;

/// <summary>
/// A regular expression in Go's syntax as one of .NET's that matches the same. It runs without backtracking, so that no pattern takes
/// more than linear time; a class matches whole characters, a flag of two UTF-16 units among them.
/// </summary>
internal sealed class GoPattern
{
    private const int MostRepeats = 1000;
    private const int MaxLength = 2000;
    private const int MaxDepth = 50;
    private const string Flags = "ims-";

    private readonly string _pattern;
    private readonly StringBuilder _output = new();
    private readonly Dictionary<string, string> _names = [];
    private readonly Stack<(bool Lines, bool Dots)> _outer = new();
    private bool _lines;
    private bool _dots;
    private int _groups;
    private long _repeats = 1;
    private int _at;

    private GoPattern(string pattern) => _pattern = pattern;

    /// <summary>Null for what is no pattern in Go either.</summary>
    /// <exception cref="NotSupportedException">Go knows it, and it is not supported here.</exception>
    public static CompiledPattern? Compile(string pattern)
    {
        if (pattern.Length > MaxLength)
            throw new NotSupportedException($"a pattern of more than {MaxLength} characters");

        try
        {
            var writer = new GoPattern(pattern);
            writer.Write();
            var options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
            return new CompiledPattern(new Regex(writer._output.ToString(), options, TimeSpan.FromSeconds(1)), writer._names);
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            return null;
        }
    }

    private void Write()
    {
        while (_at < _pattern.Length)
        {
            switch (_pattern[_at])
            {
                case '\\': Escaped(); break;
                case '[': _output.Append(GoPatternClass.Read(_pattern, ref _at).Written()); break;
                case '(': Open(); break;
                case ')': Close(); break;
                case '.': _at++; _output.Append(_dots ? GoPatternClass.Anything : GoPatternClass.NoLineBreak); break;
                case '$': _at++; _output.Append(_lines ? "(?m:$)" : @"\z"); break;
                case '^': _at++; _output.Append(_lines ? "(?m:^)" : "^"); break;
                case '{': Repeat(); break;
                case '*' or '+' or '?' or '|': _output.Append(_pattern[_at++]); break;
                default: Literal(Next()); break;
            }
        }

        if (_outer.Count > 0)
            throw new FormatException("missing closing )");
    }

    private void Escaped()
    {
        if (_at + 1 >= _pattern.Length)
            throw new FormatException("trailing backslash");

        var letter = _pattern[_at + 1];
        switch (letter)
        {
            case 'A' or 'z' or 'b' or 'B':
                _output.Append('\\').Append(letter);
                _at += 2;
                break;
            case 'Q':
                var end = _pattern.IndexOf(@"\E", _at, StringComparison.Ordinal);
                var until = end < 0 ? _pattern.Length : end;
                for (_at += 2; _at < until;)
                    Literal(Next());
                _at = end < 0 ? until : end + 2;
                break;
            default:
                _output.Append(GoPatternClass.ReadEscape(_pattern, ref _at).Written());
                break;
        }
    }

    private void Open()
    {
        if (_outer.Count >= MaxDepth)
            throw new NotSupportedException($"a pattern nested more than {MaxDepth} deep");

        _outer.Push((_lines, _dots));
        if (!Starts("(?"))
        {
            _at++;
            _output.Append(CultureInfo.InvariantCulture, $"(?<{++_groups}>");
        }
        else if (Starts("(?P<") || Starts("(?<"))
        {
            var from = _pattern.IndexOf('<', _at) + 1;
            var to = _pattern.IndexOf('>', from);
            var name = to > from ? _pattern[from..to] : "";
            if (name.Length == 0 || !name.All(letter => letter == '_' || char.IsAsciiLetterOrDigit(letter)) || !_names.TryAdd(name, $"{_groups + 1}"))
                throw new FormatException("invalid named capture");

            _at = to + 1;
            _output.Append(CultureInfo.InvariantCulture, $"(?<{++_groups}>");
        }
        else
        {
            Flag();
        }
    }

    /// <summary><c>(?i)</c> is for the rest of its group, <c>(?i:…)</c> for what is in it.</summary>
    private void Flag()
    {
        var to = _at + 2;
        var on = true;
        var ignoresCase = "";
        while (to < _pattern.Length && _pattern[to] is not (':' or ')'))
        {
            if (_pattern[to] == 'U')
                throw new NotSupportedException("the flag U");
            if (!Flags.Contains(_pattern[to]))
                throw new FormatException("invalid flag");

            on &= _pattern[to] != '-';
            _lines = _pattern[to] == 'm' ? on : _lines;
            _dots = _pattern[to] == 's' ? on : _dots;
            ignoresCase = _pattern[to] == 'i' ? (on ? "i" : "-i") : ignoresCase;
            to++;
        }

        if (to >= _pattern.Length)
            throw new FormatException("missing )");

        if (_pattern[to] == ':')
        {
            _output.Append(CultureInfo.InvariantCulture, $"(?{ignoresCase}:");
        }
        else
        {
            _outer.Pop();
            _output.Append(ignoresCase.Length > 0 ? $"(?{ignoresCase})" : "");
        }

        _at = to + 1;
    }

    private void Close()
    {
        if (!_outer.TryPop(out var flags))
            throw new FormatException("unexpected )");

        (_lines, _dots) = flags;
        _output.Append(')');
        _at++;
    }

    private void Repeat()
    {
        var end = _pattern.IndexOf('}', _at);
        var counts = end < 0 ? [] : _pattern[(_at + 1)..end].Split(',');
        var isRepeat = counts.Length is 1 or 2 && counts[0].Length > 0 && counts.All(count => count.All(char.IsAsciiDigit));
        if (!isRepeat)
        {
            _at++;
            _output.Append(@"\{");
            return;
        }

        foreach (var count in counts.Where(count => count.Length > 0))
        {
            if (!int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var times) || times > MostRepeats)
                throw new FormatException("invalid repeat count");

            _repeats *= Math.Max(times, 1);
            if (_repeats > MostRepeats * MostRepeats)
                throw new NotSupportedException("so many repetitions");
        }

        _output.Append(_pattern, _at, end + 1 - _at);
        _at = end + 1;
    }

    private void Literal(Rune letter) => _output.Append(GoPatternClass.Of(letter).Written());

    private Rune Next()
    {
        var rune = Rune.TryGetRuneAt(_pattern, _at, out var known) ? known : Rune.ReplacementChar;
        _at += rune == known ? rune.Utf16SequenceLength : 1;
        return rune;
    }

    private bool Starts(string what) => string.CompareOrdinal(_pattern, _at, what, 0, what.Length) == 0;
}
