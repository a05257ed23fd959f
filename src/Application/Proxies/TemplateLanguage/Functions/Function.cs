using VpsPanel.Application.Proxies.TemplateLanguage.Rendering;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Functions;

internal delegate object? FunctionBody(CallSite call, IReadOnlyList<object?> arguments);

/// <summary>What a template can call.</summary>
/// <param name="Arguments">Their names in order, as documented: <c>[x]</c> may be left out, <c>x…</c> may be repeated or left out.</param>
/// <param name="StopsAt">The truth of an argument that decides <c>and</c> or <c>or</c>, so that the rest is not evaluated.</param>
/// <param name="TextFirst">Whether it takes first what the sprig function of that name takes last.</param>
internal sealed record Function(string Name, string Arguments, FunctionBody Body, bool? StopsAt = null, bool TextFirst = false)
{
    private readonly int _least = Arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(IsNeeded);

    private readonly int? _most = Arguments.EndsWith('…') ? null : Arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    public void CheckCount(int at, int count)
    {
        if (count < _least || count > (_most ?? count))
            throw TemplateFailure.Syntax(at, $"wrong number of arguments for {Name}: {count}");
    }

    public bool IsDecidedBy(object? argument) => StopsAt is { } truth && Truth.Of(argument) == truth;

    private static bool IsNeeded(string argument) => !argument.StartsWith('[') && !argument.EndsWith('…');
}

/// <summary>Where a function was called, to refuse its arguments and to account for what it makes.</summary>
internal sealed record CallSite(string Name, int At, Run Run)
{
    public TemplateFailure Fail(string message) => TemplateFailure.Render(At, $"{Name}: {message}");

    public string Text(object? argument) =>
        argument as string ?? throw Fail($"expected string; got {ValueText.TypeOf(argument)}");

    public long Whole(object? argument) =>
        argument as long? ?? throw Fail($"expected integer; got {ValueText.TypeOf(argument)}");

    public IReadOnlyList<object?> List(object? argument) =>
        argument as IReadOnlyList<object?> ?? throw Fail($"expected list; got {ValueText.TypeOf(argument)}");

    public IReadOnlyDictionary<string, object?> Map(object? argument) =>
        argument as IReadOnlyDictionary<string, object?> ?? throw Fail($"expected map; got {ValueText.TypeOf(argument)}");

    /// <summary>A text that was made, within the limits.</summary>
    public string Made(string text)
    {
        Run.Spend(At, text.Length);
        Run.CheckBytes(At, text);
        return GoText.Joined(text);
    }

    /// <summary>A list that was made, within the limits.</summary>
    public object MadeList(IEnumerable<object?> items)
    {
        var list = new List<object?>();
        foreach (var item in items)
        {
            Run.SpendEntries(At, 1);
            list.Add(item);
        }

        return list;
    }

    public string Printed(object? value) => ValueText.Of(value, Run, At);
}
