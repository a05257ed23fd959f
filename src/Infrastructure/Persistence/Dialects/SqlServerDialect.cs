using System.Data.Common;
using System.Globalization;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace VpsPanel.Infrastructure.Persistence.Dialects;

internal sealed class SqlServerDialect : IDialect
{
    private const int UniqueIndex = 2601;
    private const int UniqueConstraint = 2627;
    private const int Deadlock = 1205;
    private const int LockTimeout = 1222;
    private const int ConstraintConflict = 547;

    public TimeSpan? LookInterval { get; } = TimeSpan.FromSeconds(2);

    public string LockRow(string table) => $"select 1 from {table} with (updlock, rowlock) where id = {{0}}";

    // One text, since a statement takes 2100 parameters at most. A scan would lock the rows that it passes, hence forceseek.
    public string LockRows(string table) =>
        $"select 1 from {table} with (updlock, rowlock, forceseek) "
        + "where id in (select cast(value as bigint) from string_split(@ids, ',')) order by id";

    public string LockName(string parameter) =>
        $"exec sp_getapplock @Resource = {parameter}, @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 10000";

    public object KeyList(long[] ids) => string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));

    public string ClaimIds(string table, string where, string orderBy) =>
        $"select top (@take) id from {table} with (updlock, readpast, rowlock) where {where} order by {orderBy}";

    public string ClaimRows(string table, string columns, string where, string orderBy, string point) =>
        $"select top (@take) {columns} from {table} with (updlock, readpast, rowlock) where {where} order by {orderBy}; "
        + $"save transaction {point}";

    // The range lock makes a twin wait that inserts the same key at the same time.
    public string InsertUnlessKnown(string table, string[] columns, string[] key) =>
        $"insert into {table} ({string.Join(", ", columns)}) output inserted.id "
        + $"select {string.Join(", ", columns.Select(name => $"@{name}"))} where not exists (select 1 from {table} with (updlock, holdlock) "
        + $"where {string.Join(" and ", key.Select(name => $"{name} = @{name}"))})";

    public string NumbersOf(string parameter, string alias, params string[] names) =>
        $"openjson({parameter}) with ({string.Join(", ", names.Select((name, at) => $"{name} bigint '$[{at}]'"))}) {alias}";

    // The range lock keeps another one from inserting the same key between the look and the insert.
    public string Upsert(string table, string[] key, string[] columns, string rows) =>
        $"merge {table} with (holdlock) as target using ({rows}) as source "
        + $"on {string.Join(" and ", key.Select(name => $"target.{name} = source.{name}"))} "
        + $"when matched then update set {string.Join(", ", columns.Select(name => $"{name} = source.{name}"))} "
        + $"when not matched then insert ({string.Join(", ", key.Concat(columns))}) "
        + $"values ({string.Join(", ", key.Concat(columns).Select(name => $"source.{name}"))});";

    public string CountUpTo(int most, string from) => $"select count_big(*) from (select top ({most}) 1 as one {from}) counted";

    public string? Explain(string select) => null;

    public string IsOneOfKeys(string column, string parameter) =>
        $"{column} in (select cast(value as bigint) from string_split({parameter}, ','))";

    public string IsOneOf(string column, string parameter) => $"{column} in {parameter}";

    public bool IsUniqueViolation(DbException error) => error is SqlException { Number: UniqueIndex or UniqueConstraint };

    // The number of a broken reference is also that of a broken check, which is a bug and no race.
    public bool IsConcurrencyConflict(DbException error) => error is SqlException { Number: Deadlock or LockTimeout }
        || (error is SqlException { Number: ConstraintConflict } && !error.Message.Contains("CHECK constraint", StringComparison.Ordinal));

    // With several result sets at once on a connection there would be no savepoints, which the outbox needs.
    public DbDataSource CreateDataSource(string connectionString) => SqlClientFactory.Instance.CreateDataSource(
        new SqlConnectionStringBuilder(connectionString) { MultipleActiveResultSets = false }.ConnectionString);

    public void Use(DbContextOptionsBuilder options, DbDataSource source, int? maxBatchSize) =>
        options.UseSqlServer(source.ConnectionString, sqlServer =>
        {
            sqlServer.MigrationsAssembly("VpsPanel.Infrastructure.Migrations.SqlServer");
            sqlServer.MigrationsHistoryTable("schema_migrations");
            sqlServer.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery);
            if (maxBatchSize is { } size)
                sqlServer.MaxBatchSize(size);
        }).AddInterceptors(LockTimeoutInterceptor.Instance);
}
