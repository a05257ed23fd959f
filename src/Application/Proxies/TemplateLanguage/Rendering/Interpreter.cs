using VpsPanel.Application.Proxies.TemplateLanguage.Syntax;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Rendering;

/// <summary>Walks the nodes once. Depth is bounded by the parser, everything else by the <see cref="Run"/>.</summary>
internal sealed class Interpreter
{
    private readonly Run _run;
    private readonly Output _output;
    private readonly object?[] _slots;
    private readonly Evaluator _values;

    private readonly IReadOnlyDictionary<string, TemplateBody> _defined;

    public Interpreter(Run run, Output output, IReadOnlyDictionary<string, TemplateBody> defined, int slots, object? data)
    {
        _run = run;
        _output = output;
        _defined = defined;
        _slots = new object?[slots];
        _slots[0] = data;
        _values = new Evaluator(run, _slots);
    }

    private enum Then
    {
        GoOn,
        Break,
        Continue,
    }

    public void Render(IReadOnlyList<Node> nodes) => _ = All(nodes, _slots[0]);

    private Then All(IReadOnlyList<Node> nodes, object? dot)
    {
        if (nodes.Count == 0)
            return Then.GoOn;

        _run.Enter(nodes[0].At);
        var jump = Each(nodes, dot);
        _run.Leave();
        return jump;
    }

    private Then Each(IReadOnlyList<Node> nodes, object? dot)
    {
        foreach (var node in nodes)
        {
            _run.Spend(node.At);
            if (One(node, dot) is not Then.GoOn and var jump)
                return jump;
        }

        return Then.GoOn;
    }

    private Then One(Node node, object? dot)
    {
        switch (node)
        {
            case TextNode text:
                _output.Literal(text.At, text.Text);
                return Then.GoOn;
            case PrintNode print:
                var printed = _values.Value(print.Value, dot);
                if (print.Value.Slots.Count == 0)
                    _output.Print(print.At, printed);
                return Then.GoOn;
            case IfNode choice:
                return All(Truth.Of(_values.Value(choice.Condition, dot)) ? choice.Then : choice.Else, dot);
            case WithNode with:
                var subject = _values.Value(with.Value, dot);
                return Truth.Of(subject) ? All(with.Then, subject) : All(with.Else, dot);
            case RangeNode range:
                return Range(range, dot);
            case TemplateNode template:
                Include(template, dot);
                return Then.GoOn;
            case BreakNode:
                return Then.Break;
            case ContinueNode:
                return Then.Continue;
            default:
                throw new ArgumentOutOfRangeException(nameof(node), node.GetType().Name, "A node without a meaning.");
        }
    }

    /// <summary>Another template writes here, with variables of its own; without a value its dot is nothing.</summary>
    private void Include(TemplateNode node, object? dot)
    {
        var data = node.Value is null ? null : _values.Value(node.Value, dot);
        if (!_defined.TryGetValue(node.Name, out var body))
            throw TemplateFailure.Render(node.At, $"template \"{node.Name}\" not defined");

        _run.SpendEntries(node.At, body.Slots);
        new Interpreter(_run, _output, _defined, body.Slots, data).Render(body.Nodes);
    }

    private Then Range(RangeNode range, object? dot)
    {
        var any = false;
        foreach (var (index, element) in Elements(range, _values.Unassigned(range.Source, dot)))
        {
            any = true;
            _run.Spend(range.At);
            if (range.Source.Slots is [.., var last])
                _slots[last] = element;
            if (range.Source.Slots is [var first, _])
                _slots[first] = index;

            if (All(range.Body, element) == Then.Break)
                break;
        }

        return any ? Then.GoOn : All(range.Else, dot);
    }

    private static IEnumerable<(object Index, object? Element)> Elements(RangeNode range, object? source) => source switch
    {
        null => [],
        IReadOnlyDictionary<string, object?> map => ValueText.Sorted(map).Select(entry => ((object)entry.Key, entry.Value)),
        IReadOnlyList<object?> list => list.Select((item, index) => ((object)(long)index, item)),
        long count => UpTo(count).Select(number => ((object)number, (object?)number)),
        _ => throw TemplateFailure.Render(range.At, $"range can't iterate over {ValueText.TypeOf(source)}"),
    };

    private static IEnumerable<long> UpTo(long count)
    {
        for (var number = 0L; number < count; number++)
            yield return number;
    }
}
