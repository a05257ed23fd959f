using System.Data.Common;
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

    public string LockRows(string table) => $"select 1 from {table} with (updlock, rowlock) where id in @ids order by id";

    public string ClaimIds(string table, string where, string orderBy) =>
        $"select top (@take) id from {table} with (updlock, readpast, rowlock) where {where} order by {orderBy}";

    public string IsOneOf(string column, string parameter) => $"{column} in {parameter}";

    public bool IsUniqueViolation(DbException error) => error is SqlException { Number: UniqueIndex or UniqueConstraint };

    // The number of a broken reference is also that of a broken check, which is a bug and no race.
    public bool IsConcurrencyConflict(DbException error) => error is SqlException { Number: Deadlock or LockTimeout }
        || (error is SqlException { Number: ConstraintConflict } && !error.Message.Contains("CHECK constraint", StringComparison.Ordinal));

    public DbDataSource CreateDataSource(string connectionString) => SqlClientFactory.Instance.CreateDataSource(connectionString);

    public void Use(DbContextOptionsBuilder options, DbDataSource source, int? maxBatchSize) =>
        options.UseSqlServer(source.ConnectionString, sqlServer =>
        {
            sqlServer.MigrationsAssembly("VpsPanel.Infrastructure.Migrations.SqlServer");
            sqlServer.MigrationsHistoryTable("schema_migrations");
            sqlServer.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery);
            if (maxBatchSize is { } size)
                sqlServer.MaxBatchSize(size);
        });
}
