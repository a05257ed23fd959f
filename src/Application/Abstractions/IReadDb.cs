using System.Diagnostics.CodeAnalysis;

namespace VpsPanel.Application.Abstractions;

/// <summary>One SQL text, bound to the type of its parameters and of its rows, so that a test can run every one of them.</summary>
/// <typeparam name="TArgs">A record whose properties are the @parameters.</typeparam>
/// <typeparam name="TRow">A positional record whose parameters are the columns, in their order.</typeparam>
public sealed class Sql<TArgs, TRow>([ConstantExpected] string text)
{
    public string Text { get; } = text;
}

/// <summary>For a text without parameters.</summary>
public sealed record NoArgs
{
    public static NoArgs Value { get; } = new();
}

/// <summary>Runs read-only SQL beside the writing model. Rows are values; nothing is tracked.</summary>
public interface IReadDb
{
    Task<IReadOnlyList<TRow>> List<TArgs, TRow>(Sql<TArgs, TRow> sql, TArgs args, CancellationToken ct)
        where TArgs : class;

    /// <summary>The first row, or null.</summary>
    Task<TRow?> First<TArgs, TRow>(Sql<TArgs, TRow> sql, TArgs args, CancellationToken ct)
        where TArgs : class;

    /// <summary>The one value of an aggregate query, such as a count.</summary>
    Task<TValue> Scalar<TArgs, TValue>(Sql<TArgs, TValue> sql, TArgs args, CancellationToken ct)
        where TArgs : class
        where TValue : struct;

    /// <summary>How many rows a list has. A large number may be some seconds old; a small one is exact.</summary>
    Task<long> Total<TArgs>(Sql<TArgs, long> count, TArgs args, CancellationToken ct)
        where TArgs : class;

    /// <summary>A thing and two lists that belong to it, read with the same parameters in one round trip.</summary>
    Task<(TRow? First, IReadOnlyList<TSecond> Second, IReadOnlyList<TThird> Third)> Together<TArgs, TRow, TSecond, TThird>(
        Sql<TArgs, TRow> first, Sql<TArgs, TSecond> second, Sql<TArgs, TThird> third, TArgs args, CancellationToken ct)
        where TArgs : class;
}

/// <summary>One page of a list and how many rows there are in all.</summary>
public sealed record Page<TRow>(IReadOnlyList<TRow> Items, long Total);

/// <summary>The rows of a list that has no pages.</summary>
public sealed record Listing<TRow>(IReadOnlyList<TRow> Items);

/// <summary>Which rows of a list: skip so many, take at most so many (1 to 100).</summary>
public readonly record struct Paging(int Skip, int Take)
{
    public const int DefaultTake = 20;

    public const int MaxTake = 100;

    public static Paging First { get; } = new(0, DefaultTake);
}

public static class ReadDbPaging
{
    /// <summary>Runs the rows and their count with the same parameters.</summary>
    public static async Task<Page<TRow>> Page<TArgs, TRow>(
        this IReadDb db, Sql<TArgs, TRow> rows, Sql<TArgs, long> count, TArgs args, CancellationToken ct)
        where TArgs : class
    {
        var items = await db.List(rows, args, ct);
        return new Page<TRow>(items, await db.Total(count, args, ct));
    }
}
