using VpsPanel.Application.Proxies.TemplateLanguage.Functions;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Syntax;

/// <summary>A template that can be rendered.</summary>
/// <param name="Defined">By their names, those that it defines for itself.</param>
/// <param name="Warnings">What was probably meant otherwise, and where.</param>
internal sealed record ParsedTemplate(
    TemplateBody Body, IReadOnlyDictionary<string, TemplateBody> Defined, IReadOnlyList<(int At, string Message)> Warnings);

/// <param name="Slots">How many variables it has; each declaration has a slot of its own.</param>
internal sealed record TemplateBody(IReadOnlyList<Node> Nodes, int Slots)
{
    /// <summary>Nothing but blanks: another definition may take its place.</summary>
    public bool IsBlank => Nodes.All(node => node is TextNode text && string.IsNullOrWhiteSpace(text.Text));
}

/// <param name="At">Offset in the template, for errors.</param>
internal abstract record Node(int At);

internal sealed record TextNode(int At, string Text) : Node(At);

internal sealed record PrintNode(int At, Chain Value) : Node(At);

internal sealed record IfNode(int At, Chain Condition, IReadOnlyList<Node> Then, IReadOnlyList<Node> Else) : Node(At);

internal sealed record WithNode(int At, Chain Value, IReadOnlyList<Node> Then, IReadOnlyList<Node> Else) : Node(At);

internal sealed record RangeNode(int At, Chain Source, IReadOnlyList<Node> Body, IReadOnlyList<Node> Else) : Node(At);

/// <param name="Value">Null for nothing.</param>
internal sealed record TemplateNode(int At, string Name, Chain? Value) : Node(At);

internal sealed record BreakNode(int At) : Node(At);

internal sealed record ContinueNode(int At) : Node(At);

internal abstract record Expression(int At);

internal sealed record Literal(int At, object? Value) : Expression(At);

internal sealed record Dot(int At) : Expression(At);

internal sealed record Variable(int At, int Slot) : Expression(At);

internal sealed record FieldPath(int At, Expression Target, IReadOnlyList<string> Names) : Expression(At);

internal sealed record Call(int At, Function Function, IReadOnlyList<Expression> Arguments) : Expression(At);

/// <summary>Each call takes the value before it as its last argument.</summary>
/// <param name="Slots">The variables that the value is assigned to; in a range: index and element, or the element only.</param>
internal sealed record Chain(int At, IReadOnlyList<int> Slots, Expression First, IReadOnlyList<Call> Calls) : Expression(At);
