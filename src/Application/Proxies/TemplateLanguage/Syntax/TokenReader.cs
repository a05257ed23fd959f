namespace VpsPanel.Application.Proxies.TemplateLanguage.Syntax;

/// <summary>Walks the tokens and watches how deep the parser is.</summary>
internal sealed class TokenReader(IReadOnlyList<Token> tokens, int maxDepth)
{
    private int _next;
    private int _depth;

    public Token Peek(int ahead = 0) => tokens[Math.Min(_next + ahead, tokens.Count - 1)];

    public Token Next() => _next < tokens.Count ? tokens[_next++] : tokens[^1];

    public bool Take(TokenKind kind)
    {
        if (Peek().Kind != kind)
            return false;

        _next++;
        return true;
    }

    public void Expect(TokenKind kind, string context)
    {
        var token = Next();
        if (token.Kind != kind)
            throw Unexpected(token, context);
    }

    public void Enter()
    {
        if (++_depth > maxDepth)
            throw TemplateFailure.Limit(Peek().At, $"nested more than {maxDepth} deep");
    }

    public void Leave() => _depth--;

    public static TemplateFailure Unexpected(Token token, string context) =>
        TemplateFailure.Syntax(token.At, $"unexpected {token.Text} in {context}");
}
