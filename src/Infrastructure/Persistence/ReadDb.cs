using System.Data;
using System.Data.Common;
using System.Reflection;
using System.Text.Json.Nodes;
using Dapper;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence;

internal sealed class ReadDb(DbDataSource source, CachedTotals totals, IDialect dialect) : IReadDb
{
    private const string CountOf = "select cast(count(*) as bigint)";

    static ReadDb()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.AddTypeHandler(new InstantHandler());
        SqlMapper.AddTypeHandler(new YuanHandler());
        SqlMapper.AddTypeHandler(new RawJsonHandler());
        SqlMapper.AddTypeHandler(new UnixSecondsHandler());
        SqlMapper.AddTypeHandler(new ListHandler<string>());
        SqlMapper.AddTypeHandler(new ListHandler<long>());
        SqlMapper.AddTypeHandler(new JsonHandler<PlanSnapshot>());
    }

    public async Task<IReadOnlyList<TRow>> List<TArgs, TRow>(Sql<TArgs, TRow> sql, TArgs args, CancellationToken ct)
        where TArgs : class
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<TRow>(Command(sql, args, ct))).AsList();
    }

    public async Task<TRow?> First<TArgs, TRow>(Sql<TArgs, TRow> sql, TArgs args, CancellationToken ct)
        where TArgs : class
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return await connection.QueryFirstOrDefaultAsync<TRow>(Command(sql, args, ct));
    }

    public async Task<TValue> Scalar<TArgs, TValue>(Sql<TArgs, TValue> sql, TArgs args, CancellationToken ct)
        where TArgs : class
        where TValue : struct
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return await connection.ExecuteScalarAsync<TValue>(Command(sql, args, ct));
    }

    public Task<long> Total<TArgs>(Sql<TArgs, long> count, TArgs args, CancellationToken ct)
        where TArgs : class
    {
        // Pages of one list have one total.
        var rest = count.Text.StartsWith(CountOf, StringComparison.Ordinal) ? count.Text[CountOf.Length..] : null;
        return rest is null
            ? Scalar(count, args, ct)
            : totals.Get(
                (count.Text, Listed(args)),
                () => CountSome(dialect.CountUpTo(CachedTotals.Long, rest), args, ct),
                () => Estimate(rest, args, ct),
                () => Scalar(count, args, CancellationToken.None));
    }

    private async Task<long> CountSome(string text, object args, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(text, args, cancellationToken: ct));
    }

    /// <summary>The arguments without the page.</summary>
    private static string Listed<TArgs>(TArgs args) => string.Join('\u001f', ArgumentsOf<TArgs>.All.Select(argument => argument.GetValue(args)));

    private async Task<long?> Estimate<TArgs>(string rest, TArgs args, CancellationToken ct)
        where TArgs : class
    {
        if (dialect.Explain($"select 1 {rest}") is not { } explain)
            return null;

        await using var connection = await source.OpenConnectionAsync(ct);
        var plan = await connection.ExecuteScalarAsync<string>(new CommandDefinition(explain, args, cancellationToken: ct));
        return JsonNode.Parse(plan!)?[0]?["Plan"]?["Plan Rows"] is { } rows ? (long)rows.GetValue<double>() : null;
    }

    public async Task<(TRow? First, IReadOnlyList<TSecond> Second, IReadOnlyList<TThird> Third)> Together<TArgs, TRow, TSecond, TThird>(
        Sql<TArgs, TRow> first, Sql<TArgs, TSecond> second, Sql<TArgs, TThird> third, TArgs args, CancellationToken ct)
        where TArgs : class
    {
        // Both drivers send statements that are separated like this at once.
        var texts = string.Concat(first.Text, ";\n", second.Text, ";\n", third.Text);
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(texts, args, cancellationToken: ct));
        return (
            await results.ReadFirstOrDefaultAsync<TRow>(),
            (await results.ReadAsync<TSecond>()).AsList(),
            (await results.ReadAsync<TThird>()).AsList());
    }

    private static class ArgumentsOf<TArgs>
    {
        public static readonly PropertyInfo[] All =
            [.. typeof(TArgs).GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(argument => argument.Name is not ("Skip" or "Take"))];
    }

    private static CommandDefinition Command<TArgs, TRow>(Sql<TArgs, TRow> sql, TArgs args, CancellationToken ct) =>
        new(sql.Text, args, cancellationToken: ct);

    private sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) => value switch
        {
            DateTimeOffset instant => instant.ToUniversalTime(),
            DateTime utc => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)),
            _ => throw new DataException($"{value.GetType()} is no instant."),
        };

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = value.ToUniversalTime();
    }

    /// <summary>Columns are instants; the panel's views want seconds.</summary>
    private sealed class UnixSecondsHandler : SqlMapper.TypeHandler<UnixSeconds>
    {
        private static readonly InstantHandler Instants = new();

        public override UnixSeconds Parse(object value) => Instants.Parse(value);

        public override void SetValue(IDbDataParameter parameter, UnixSeconds value) =>
            throw new NotSupportedException("Pass instants to the database.");
    }

    /// <summary>Columns of <see cref="JsonLists"/>.</summary>
    private sealed class ListHandler<TItem> : SqlMapper.TypeHandler<IReadOnlyList<TItem>>
    {
        public override IReadOnlyList<TItem> Parse(object value) => JsonLists.Read<TItem>((string)value);

        public override void SetValue(IDbDataParameter parameter, IReadOnlyList<TItem>? value) =>
            throw new NotSupportedException("Pass arrays to the database.");
    }

    private sealed class JsonHandler<TValue> : SqlMapper.TypeHandler<TValue>
    {
        public override TValue Parse(object value) => (TValue)StoredJson.Read((string)value, typeof(TValue))!;

        public override void SetValue(IDbDataParameter parameter, TValue? value) =>
            throw new NotSupportedException("Stored JSON is written by the model.");
    }

    private sealed class YuanHandler : SqlMapper.TypeHandler<Yuan>
    {
        public override Yuan Parse(object value) => new(Convert.ToInt64(value));

        public override void SetValue(IDbDataParameter parameter, Yuan value) => parameter.Value = value.Cents;
    }

    private sealed class RawJsonHandler : SqlMapper.TypeHandler<RawJson>
    {
        public override RawJson Parse(object value) => new((string)value);

        public override void SetValue(IDbDataParameter parameter, RawJson value) => parameter.Value = value.Text;
    }
}
