using VpsPanel.Application.Proxies.TemplateLanguage.Functions;
using VpsPanel.Application.Proxies.TemplateLanguage.Syntax;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Rendering;

/// <summary>Computes expressions. It knows maps, lists and the function table, and no way to reach anything else.</summary>
internal sealed class Evaluator(Run run, object?[] slots)
{
    public object? Value(Expression expression, object? dot)
    {
        run.Spend(expression.At);
        return expression switch
        {
            Literal literal => literal.Value,
            Dot => dot,
            Variable variable => slots[variable.Slot],
            FieldPath path => Field(path, Value(path.Target, dot)),
            Call call => Invoke(call, dot, []),
            Chain pipeline => Assigned(pipeline, dot),
            _ => throw new ArgumentOutOfRangeException(nameof(expression), expression.GetType().Name, "An expression without a meaning."),
        };
    }

    /// <summary>The pipeline's value, without assigning it: a range gives its variables something else.</summary>
    public object? Unassigned(Chain pipeline, object? dot)
    {
        var value = Value(pipeline.First, dot);
        foreach (var call in pipeline.Calls)
        {
            run.Spend(call.At);
            value = Invoke(call, dot, [value]);
        }

        return value;
    }

    private object? Assigned(Chain pipeline, object? dot)
    {
        var value = Unassigned(pipeline, dot);
        foreach (var slot in pipeline.Slots)
            slots[slot] = value;

        return value;
    }

    private static object? Field(FieldPath path, object? target)
    {
        foreach (var name in path.Names)
        {
            target = target switch
            {
                null => null,
                IReadOnlyDictionary<string, object?> map => map.GetValueOrDefault(name),
                _ => throw TemplateFailure.Render(path.At, $"can't evaluate field {name} in type {ValueText.TypeOf(target)}"),
            };
        }

        return target;
    }

    private object? Invoke(Call call, object? dot, object?[] piped)
    {
        var arguments = new List<object?>(call.Arguments.Count + 1);
        foreach (var argument in call.Arguments)
        {
            arguments.Add(Value(argument, dot));
            if (call.Function.IsDecidedBy(arguments[^1]))
                return arguments[^1];
        }

        arguments.AddRange(piped);
        return call.Function.Body(new CallSite(call.Function.Name, call.At, run), arguments);
    }
}
