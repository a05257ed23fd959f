using System.Diagnostics.CodeAnalysis;

namespace VpsPanel.Application.Platform.Abstractions;

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
