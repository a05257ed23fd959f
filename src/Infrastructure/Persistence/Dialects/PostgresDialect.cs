using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace VpsPanel.Infrastructure.Persistence.Dialects;

internal sealed class PostgresDialect : IDialect
{
    public TimeSpan? LookInterval => null;

    public string LockRow(string table) => $"select 1 from {table} where id = {{0}} for update";

    public string LockRows(string table) => $"select 1 from {table} where id = any(@ids) order by id for update";

    public string LockName(string parameter) => $"select pg_advisory_xact_lock(hashtextextended({parameter}, 0))";

    public object KeyList(long[] ids) => ids;

    public string ClaimIds(string table, string where, string orderBy) =>
        $"select id from {table} where {where} order by {orderBy} limit @take for update skip locked";

    public string ClaimRows(string table, string columns, string where, string orderBy, string point) =>
        "set local enable_seqscan = off; set local enable_sort = off; "
        + $"select {columns} from {table} where {where} order by {orderBy} limit @take for update skip locked; "
        + $"savepoint {point}";

    public string InsertUnlessKnown(string table, string[] columns, string[] key) =>
        $"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select(name => $"@{name}"))}) "
        + $"on conflict ({string.Join(", ", key)}) do nothing returning id";

    public string NumbersOf(string parameter, string alias, params string[] names) =>
        $"(select {string.Join(", ", names.Select((name, at) => $"cast(item ->> {at} as bigint) as {name}"))} "
        + $"from jsonb_array_elements(cast({parameter} as jsonb)) item) {alias}";

    public string Upsert(string table, string[] key, string[] columns, string rows) =>
        $"insert into {table} ({string.Join(", ", key.Concat(columns))}) {rows} on conflict ({string.Join(", ", key)}) "
        + $"do update set {string.Join(", ", columns.Select(name => $"{name} = excluded.{name}"))}";

    public string CountUpTo(int most, string from) => $"select count(*) from (select 1 as one {from} limit {most}) counted";

    public string? Explain(string select) => $"explain (format json) {select}";

    public string IsOneOfKeys(string column, string parameter) => $"{column} = any({parameter})";

    public string IsOneOf(string column, string parameter) => $"{column} = any({parameter})";

    public bool IsUniqueViolation(DbException error) => error.SqlState == PostgresErrorCodes.UniqueViolation;

    public bool IsConcurrencyConflict(DbException error) => error.SqlState
        is PostgresErrorCodes.DeadlockDetected
        or PostgresErrorCodes.SerializationFailure
        or PostgresErrorCodes.ForeignKeyViolation
        or PostgresErrorCodes.LockNotAvailable;

    public DbDataSource CreateDataSource(string connectionString)
    {
        // The date of an instant is its date in UTC, wherever the server stands. Nothing here leaves state behind in a session,
        // and resetting one would throw its prepared statements away.
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "vpspanel",
            Timezone = "UTC",
            NoResetOnClose = true,
        };
        if (settings.MaxAutoPrepare == 0)
            settings.MaxAutoPrepare = 200;

        if (string.IsNullOrEmpty(settings.Options))
            settings.Options = "-c lock_timeout=10s -c idle_in_transaction_session_timeout=60s";

        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }

    public void Use(DbContextOptionsBuilder options, DbDataSource source, int? maxBatchSize) =>
        options.UseNpgsql(source, postgres =>
        {
            postgres.MigrationsAssembly("VpsPanel.Infrastructure.Migrations.Postgres");
            postgres.MigrationsHistoryTable("schema_migrations");

            // An aggregate has a handful of children of each kind: one round trip with a few rows more beats several.
            postgres.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery);
            if (maxBatchSize is { } size)
                postgres.MaxBatchSize(size);
        });
}
