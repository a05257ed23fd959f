using VpsPanel.Application.Proxies.TemplateLanguage.Rendering;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Functions;

internal delegate object? FunctionBody(CallSite call, IReadOnlyList<object?> arguments);

/// <param name="Most">Null: any number.</param>
/// <param name="StopsAt">The truth of an argument that decides <c>and</c> or <c>or</c>, so that the rest is not evaluated.</param>
internal sealed record Function(string Name, int Least, int? Most, FunctionBody Body, bool? StopsAt = null)
{
    public void CheckCount(int at, int count)
    {
        if (count < Least || count > (Most ?? count))
            throw TemplateFailure.Syntax(at, $"wrong number of arguments for {Name}: {count}");
    }

    public bool IsDecidedBy(object? argument) => StopsAt is { } truth && Truth.Of(argument) == truth;
}

/// <summary>Where a function was called, to refuse its arguments and to account for what it makes.</summary>
internal sealed record CallSite(string Name, int At, Run Run)
{
    public TemplateFailure Fail(string message) => TemplateFailure.Render(At, $"{Name}: {message}");

    public string Text(object? argument) =>
        argument as string ?? throw Fail($"expected string; got {ValueText.TypeOf(argument)}");

    public long Whole(object? argument) =>
        argument as long? ?? throw Fail($"expected integer; got {ValueText.TypeOf(argument)}");

    /// <summary>A text that was made, within the limits.</summary>
    public string Made(string text)
    {
        Run.Spend(At, text.Length);
        Run.CheckBytes(At, text);
        return text;
    }

    public string Printed(object? value) => ValueText.Of(value, Run, At);
}
