using System.Diagnostics.CodeAnalysis;

namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>One SQL text, bound to the type of its parameters and of its rows, so that a test can run every one of them.</summary>
/// <typeparam name="TArgs">A record whose properties are the @parameters.</typeparam>
/// <typeparam name="TRow">A positional record whose parameters are the columns, in their order.</typeparam>
public sealed class Sql<TArgs, TRow>([ConstantExpected] string text)
{
    public string Text { get; } = text;
}
