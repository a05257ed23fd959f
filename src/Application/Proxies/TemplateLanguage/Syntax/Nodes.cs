using VpsPanel.Application.Proxies.TemplateLanguage.Functions;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Syntax;

/// <summary>A template that can be rendered.</summary>
/// <param name="Slots">How many variables it has; each declaration has a slot of its own.</param>
internal sealed record ParsedTemplate(IReadOnlyList<Node> Nodes, int Slots);

/// <param name="At">Offset in the template, for errors.</param>
internal abstract record Node(int At);

internal sealed record TextNode(int At, string Text) : Node(At);

internal sealed record PrintNode(int At, Chain Value) : Node(At);

internal sealed record IfNode(int At, Chain Condition, IReadOnlyList<Node> Then, IReadOnlyList<Node> Else) : Node(At);

internal sealed record WithNode(int At, Chain Value, IReadOnlyList<Node> Then, IReadOnlyList<Node> Else) : Node(At);

internal sealed record RangeNode(int At, Chain Source, IReadOnlyList<Node> Body, IReadOnlyList<Node> Else) : Node(At);

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
