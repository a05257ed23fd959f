using VpsPanel.Application.Proxies.TemplateLanguage.Functions;
using VpsPanel.Domain.Proxies.TemplateLanguage;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Syntax;

/// <summary>Parses text, printed values and control blocks.</summary>
internal sealed class BlockParser
{
    private readonly TokenReader _reader;
    private readonly Variables _variables = new();
    private readonly ExpressionParser _expressions;
    private readonly Dictionary<string, TemplateBody> _defined;
    private readonly BlockParser? _parent;
    private int _loops;
    private int _blocks;

    private BlockParser(TokenReader reader, IReadOnlyDictionary<string, Function> functions)
    {
        _reader = reader;
        _defined = new Dictionary<string, TemplateBody>(StringComparer.Ordinal);
        _expressions = new ExpressionParser(reader, _variables, functions, []);
    }

    /// <summary>For a template within a template: it has variables of its own.</summary>
    private BlockParser(BlockParser parent)
    {
        _parent = parent;
        _reader = parent._reader;
        _defined = parent._defined;
        _expressions = new ExpressionParser(_reader, _variables, parent._expressions.Functions, parent._expressions.Warnings);
    }

    /// <exception cref="TemplateFailure">The text is no template, or too large or too deep a one.</exception>
    public static ParsedTemplate Parse(string text, TemplateLimits limits, TemplateFunctions functions)
    {
        if (text.Length > limits.Size)
            throw TemplateFailure.Limit(0, $"longer than {limits.Size} characters");

        var parser = new BlockParser(new TokenReader(new Lexer(text).Run(), limits.Depth), FunctionTable.Of(functions));
        var (nodes, stop) = parser.List();
        return stop.Kind == TokenKind.End
            ? new ParsedTemplate(new TemplateBody(nodes, parser._variables.Count), parser._defined, parser._expressions.Warnings)
            : throw TokenReader.Unexpected(stop, "template: no block is open");
    }

    /// <summary>The nodes up to <c>end</c>, <c>else</c> or the end of the template, which is consumed.</summary>
    private (IReadOnlyList<Node> Nodes, Token Stop) List()
    {
        var outer = _variables.Mark();
        var nodes = new List<Node>();
        while (true)
        {
            var token = _reader.Next();
            if (token.Kind == TokenKind.Text)
            {
                nodes.Add(new TextNode(token.At, token.Text));
                continue;
            }

            var keyword = _reader.Peek();
            if (token.Kind == TokenKind.End || keyword is { Kind: TokenKind.Word, Text: "end" or "else" })
            {
                _variables.ReturnTo(outer);
                return (nodes, token.Kind == TokenKind.End ? token : _reader.Next());
            }

            if (Action(keyword) is { } node)
                nodes.Add(node);
        }
    }

    /// <summary>Null for a definition, which stands for nothing here.</summary>
    private Node? Action(Token first)
    {
        switch (first.Kind == TokenKind.Word ? first.Text : "")
        {
            case "if" or "with" or "range":
                return Control(_reader.Next());
            case "break" or "continue":
                return Jump(_reader.Next());
            case "define" when _parent is null && _blocks == 0:
                Define(_reader.Next());
                return null;
            case "define":
                throw TemplateFailure.Syntax(first.At, "define inside of a block");
            case "block":
                return Block(_reader.Next());
            case "template":
                return Include(_reader.Next());
            default:
                var value = _expressions.Pipeline("command");
                _reader.Expect(TokenKind.Close, "command");
                return new PrintNode(first.At, value);
        }
    }

    private void Define(Token keyword)
    {
        var name = Name(keyword);
        _reader.Expect(TokenKind.Close, keyword.Text);
        Body(keyword, name);
    }

    /// <summary>A definition that is also used where it stands.</summary>
    private TemplateNode Block(Token keyword)
    {
        var name = Name(keyword);
        var value = _expressions.Pipeline(keyword.Text);
        _reader.Expect(TokenKind.Close, keyword.Text);
        Body(keyword, name);
        return new TemplateNode(keyword.At, name, value);
    }

    private TemplateNode Include(Token keyword)
    {
        var name = Name(keyword);
        var value = _reader.Peek().Kind == TokenKind.Close ? null : _expressions.Pipeline(keyword.Text);
        _reader.Expect(TokenKind.Close, keyword.Text);
        return new TemplateNode(keyword.At, name, value);
    }

    private string Name(Token keyword)
    {
        var token = _reader.Next();
        return token is { Kind: TokenKind.Literal, Value: string name } ? name : throw TokenReader.Unexpected(token, keyword.Text);
    }

    private void Body(Token keyword, string name)
    {
        _reader.Enter();
        var parser = new BlockParser(this);
        var (nodes, stop) = parser.List();
        if (stop is not { Kind: TokenKind.Word, Text: "end" })
            throw TemplateFailure.Syntax(keyword.At, $"{keyword.Text} without end");

        _reader.Expect(TokenKind.Close, "end");
        _reader.Leave();
        var body = new TemplateBody(nodes, parser._variables.Count);
        if (!_defined.TryGetValue(name, out var known) || known.IsBlank)
            _defined[name] = body;
        else if (!body.IsBlank)
            throw TemplateFailure.Syntax(keyword.At, $"multiple definition of template \"{name}\"");
    }

    private Node Jump(Token keyword)
    {
        _reader.Expect(TokenKind.Close, keyword.Text);
        if (_loops == 0)
            throw TemplateFailure.Syntax(keyword.At, $"{keyword.Text} outside of range");

        return keyword.Text == "break" ? new BreakNode(keyword.At) : new ContinueNode(keyword.At);
    }

    private Node Control(Token keyword)
    {
        _reader.Enter();
        var outer = _variables.Mark();
        var loop = keyword.Text == "range" ? 1 : 0;
        var value = _expressions.Pipeline(keyword.Text, most: 1 + loop);
        _reader.Expect(TokenKind.Close, keyword.Text);

        _blocks++;
        _loops += loop;
        var (then, stop) = List();
        _loops -= loop;
        var otherwise = Otherwise(keyword, stop);
        _blocks--;

        _variables.ReturnTo(outer);
        _reader.Leave();
        return keyword.Text switch
        {
            "if" => new IfNode(keyword.At, value, then, otherwise),
            "with" => new WithNode(keyword.At, value, then, otherwise),
            _ => new RangeNode(keyword.At, value, then, otherwise),
        };
    }

    private IReadOnlyList<Node> Otherwise(Token keyword, Token stop)
    {
        if (stop.Kind == TokenKind.End)
            throw TemplateFailure.Syntax(keyword.At, $"{keyword.Text} without end");

        // {{else if}} is an if inside of the else, and both share one {{end}}.
        if (stop.Text == "else" && keyword.Text != "range" && _reader.Peek() is { Kind: TokenKind.Word } next && next.Text == keyword.Text)
            return [Control(_reader.Next())];

        _reader.Expect(TokenKind.Close, stop.Text);
        if (stop.Text == "end")
            return [];

        var (nodes, end) = List();
        if (end is not { Kind: TokenKind.Word, Text: "end" })
            throw TemplateFailure.Syntax(keyword.At, $"{keyword.Text} needs one end after its else");

        _reader.Expect(TokenKind.Close, "end");
        return nodes;
    }
}
