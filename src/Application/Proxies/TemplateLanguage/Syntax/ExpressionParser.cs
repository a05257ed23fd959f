using VpsPanel.Application.Proxies.TemplateLanguage.Functions;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Syntax;

/// <summary>Parses what stands inside an action: declarations, pipelines, calls, operands.</summary>
internal sealed class ExpressionParser(
    TokenReader reader, Variables variables, IReadOnlyDictionary<string, Function> functions, List<(int At, string Message)> warnings)
{
    public IReadOnlyDictionary<string, Function> Functions => functions;

    public List<(int At, string Message)> Warnings => warnings;

    /// <summary>Up to the closing delimiter or parenthesis, which stays.</summary>
    /// <param name="most">How many variables may be declared; two in a range.</param>
    public Chain Pipeline(string context, int most = 1)
    {
        var start = reader.Peek();
        var (names, declares) = Targets(most);
        if (reader.Peek().Kind is TokenKind.Close or TokenKind.RightParen or TokenKind.End)
            throw TemplateFailure.Syntax(start.At, $"missing value for {context}");

        var first = Command(context, piped: false);
        var calls = new List<Call>();
        while (reader.Take(TokenKind.Pipe))
        {
            // Go lets a pipe at the end go.
            if (reader.Peek().Kind is TokenKind.Close or TokenKind.RightParen)
                break;

            calls.Add(Command(context, piped: true) as Call
                ?? throw TemplateFailure.Syntax(start.At, $"stage {calls.Count + 2} of the pipeline is no function"));
        }

        // Only now: the value of {{$x := …}} still sees an outer $x.
        var slots = names.Select(name => declares ? variables.Declare(name.Text) : variables.Find(name)).ToList();
        return new Chain(start.At, slots, first, calls);
    }

    private (IReadOnlyList<Token> Names, bool Declares) Targets(int most)
    {
        var pair = most > 1 && reader.Peek(1).Kind == TokenKind.Comma && reader.Peek(2).Kind == TokenKind.Variable;
        var count = pair ? 2 : 1;
        var sign = reader.Peek(pair ? 3 : 1).Kind;
        if (reader.Peek().Kind != TokenKind.Variable || sign is not (TokenKind.Declare or TokenKind.Assign))
            return ([], false);

        var names = new List<Token>();
        while (names.Count < count)
        {
            names.Add(reader.Next());
            reader.Next();
        }

        return (names, sign == TokenKind.Declare);
    }

    private Expression Command(string context, bool piped)
    {
        var head = Operand(context);
        var arguments = new List<Expression>();
        while (reader.Peek().Kind is not (TokenKind.Close or TokenKind.Pipe or TokenKind.RightParen))
        {
            if (!reader.Peek().Spaced)
                throw TokenReader.Unexpected(reader.Peek(), "operand");

            arguments.Add(CheckBare(Operand(context)));
        }

        switch (head)
        {
            case Call call:
                call.Function.CheckCount(call.At, arguments.Count + (piped ? 1 : 0));
                WarnOfOrder(call, arguments, piped);
                return call with { Arguments = arguments };
            case Literal { Value: null }:
                throw TemplateFailure.Syntax(head.At, "nil is not a command");
            default:
                return arguments.Count == 0 ? head : throw TemplateFailure.Syntax(head.At, "only a function takes arguments");
        }
    }

    /// <summary>
    /// <c>.name | trimPrefix "v"</c> takes <c>.name</c> off the text <c>v</c>: so it is written for sprig, which takes the text last.
    /// </summary>
    private void WarnOfOrder(Call call, List<Expression> arguments, bool piped)
    {
        if (call.Function.TextFirst && arguments is [Literal { Value: string }, ..] && (piped || !arguments.TrueForAll(argument => argument is Literal)))
        {
            warnings.Add((
                call.At,
                $"{call.Function.Name} takes {call.Function.Arguments} in this order: the literal is taken for the {call.Function.Arguments.Split(' ')[0]}"));
        }
    }

    private Expression Operand(string context)
    {
        var term = Term(context);
        var names = new List<string>();
        while (reader.Peek() is { Kind: TokenKind.Field, Spaced: false })
            names.Add(reader.Next().Text);

        if (names.Count == 0)
            return term;

        return term switch
        {
            FieldPath path => path with { Names = [.. path.Names, .. names] },
            Literal or Dot => throw TemplateFailure.Syntax(term.At, "unexpected . after term"),
            _ => new FieldPath(term.At, CheckBare(term), names),
        };
    }

    /// <summary>A function that is not the first of its command is called without arguments.</summary>
    private static Expression CheckBare(Expression operand)
    {
        if (operand is Call call)
            call.Function.CheckCount(call.At, 0);

        return operand;
    }

    private Expression Term(string context)
    {
        var token = reader.Next();
        switch (token.Kind)
        {
            case TokenKind.Dot:
                return new Dot(token.At);
            case TokenKind.Field:
                return new FieldPath(token.At, new Dot(token.At), [token.Text]);
            case TokenKind.Variable:
                return new Variable(token.At, variables.Find(token));
            case TokenKind.Literal:
                return new Literal(token.At, token.Value);
            case TokenKind.Word:
                return Word(token);
            case TokenKind.LeftParen:
                reader.Enter();
                var inner = Pipeline("parenthesized pipeline");
                reader.Expect(TokenKind.RightParen, "parenthesized pipeline");
                reader.Leave();
                return inner;
            default:
                throw TokenReader.Unexpected(token, context);
        }
    }

    private Expression Word(Token token) => token.Text switch
    {
        "true" => new Literal(token.At, true),
        "false" => new Literal(token.At, false),
        "nil" => new Literal(token.At, null),
        _ => functions.TryGetValue(token.Text, out var function)
            ? new Call(token.At, function, [])
            : throw TemplateFailure.Syntax(token.At, $"function {token.Text} not defined"),
    };
}
