namespace VpsPanel.Application.Proxies.TemplateLanguage.Syntax;

/// <summary>Cuts a template into literal text and the tokens of its actions; drops comments and trimmed blanks.</summary>
internal sealed class Lexer(string text)
{
    private static readonly char[] Blanks = [' ', '\t', '\r', '\n'];

    private readonly List<Token> _tokens = [];
    private int _at;

    public IReadOnlyList<Token> Run()
    {
        var trimsNext = false;
        while (true)
        {
            var open = text.IndexOf("{{", _at, StringComparison.Ordinal);
            var trims = open >= 0 && Peek(open + 2) == '-' && IsBlank(Peek(open + 3));
            AddText(open < 0 ? text.Length : open, trimsNext, trims);
            if (open < 0)
                break;

            _at = open + (trims ? 4 : 2);
            trimsNext = Starts("/*") ? SkipComment(open) : Action(open);
        }

        _tokens.Add(new Token(TokenKind.End, "the end", text.Length));
        return _tokens;
    }

    private void AddText(int end, bool trimStart, bool trimEnd)
    {
        var part = text[_at..end];
        if (trimStart)
            part = part.TrimStart(Blanks);
        if (trimEnd)
            part = part.TrimEnd(Blanks);
        if (part.Length > 0)
            _tokens.Add(new Token(TokenKind.Text, part, _at));
    }

    /// <summary>True when the text after it is trimmed.</summary>
    private bool SkipComment(int open)
    {
        var end = text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
        if (end < 0)
            throw TemplateFailure.Syntax(open, "unclosed comment");

        _at = end + 2;
        return TakeClose() ?? throw TemplateFailure.Syntax(open, "comment ends before closing delimiter");
    }

    /// <summary>True when the text after it is trimmed.</summary>
    private bool Action(int open)
    {
        _tokens.Add(new Token(TokenKind.Open, "{{", open));
        while (true)
        {
            var start = _at;
            bool? trims;
            while ((trims = TakeClose()) is null && IsBlank(Peek(_at)))
                _at++;

            if (trims is not null)
            {
                _tokens.Add(new Token(TokenKind.Close, "}}", start));
                return trims.Value;
            }

            if (_at >= text.Length)
                throw TemplateFailure.Syntax(open, "unclosed action");

            _tokens.Add(Next() with { Spaced = _at > start && IsBlank(text[start]) });
        }
    }

    /// <summary>Takes <c>}}</c>, or the trimming one, which needs a blank before its minus; null when neither stands here.</summary>
    private bool? TakeClose()
    {
        var trims = IsBlank(Peek(_at)) && Peek(_at + 1) == '-' && string.CompareOrdinal(text, _at + 2, "}}", 0, 2) == 0;
        if (!trims && !Starts("}}"))
            return null;

        _at += trims ? 4 : 2;
        return trims;
    }

    private Token Next()
    {
        var start = _at;
        var first = text[start];
        switch (first)
        {
            case '|': return Symbol(TokenKind.Pipe, 1);
            case ',': return Symbol(TokenKind.Comma, 1);
            case '(': return Symbol(TokenKind.LeftParen, 1);
            case ')': return Symbol(TokenKind.RightParen, 1);
            case '=': return Symbol(TokenKind.Assign, 1);
            case ':' when Peek(start + 1) == '=': return Symbol(TokenKind.Declare, 2);
            case '"' or '`' or '\'': return Literal(Literals.Quoted(text, start, out _at), start);
            case '.' when !char.IsAsciiDigit(Peek(start + 1)): return Name(TokenKind.Field, 1);
            case '$': return Name(TokenKind.Variable, 0);
            case '.' or '+' or '-': return Literal(Literals.Number(text, start, out _at), start);
        }

        if (char.IsAsciiDigit(first))
            return Literal(Literals.Number(text, start, out _at), start);
        if (IsNamePart(first))
            return Name(TokenKind.Word, 0);

        throw Unexpected(start);
    }

    private Token Symbol(TokenKind kind, int length)
    {
        _at += length;
        return new Token(kind, text[(_at - length).._at], _at - length);
    }

    private Token Literal(object value, int start) => new(TokenKind.Literal, text[start.._at], start, Value: value);

    private Token Name(TokenKind kind, int skip)
    {
        var start = _at++;
        while (IsNamePart(Peek(_at)))
            _at++;

        if (_at < text.Length && !IsBlank(text[_at]) && !".,|:()".Contains(text[_at]) && !Starts("}}"))
            throw Unexpected(_at);

        var name = text[(start + skip).._at];
        return name.Length == 0 ? new Token(TokenKind.Dot, ".", start) : new Token(kind, name, start);
    }

    private TemplateFailure Unexpected(int at) => TemplateFailure.Syntax(at, $"unexpected character {text[at]}");

    private char Peek(int at) => at < text.Length ? text[at] : '\0';

    private bool Starts(string what) => string.CompareOrdinal(text, _at, what, 0, what.Length) == 0;

    private static bool IsBlank(char letter) => letter is ' ' or '\t' or '\r' or '\n';

    private static bool IsNamePart(char letter) => letter == '_' || char.IsLetterOrDigit(letter);
}
