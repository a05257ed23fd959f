using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using VpsPanel.Infrastructure.Persistence;
using Xunit;

namespace VpsPanel.Functional.Tests.Infrastructure.Persistence.SqlServer;

/// <summary>Both databases get the same tables from the same model, and SQL Server takes them. No server is asked.</summary>
public sealed class SqlServerModelTests
{
    /// <summary>Bytes of a row in an index: of the table's own order, and of every other one.</summary>
    private const int MaxClusteredKey = 900;
    private const int MaxKey = 1700;

    private static readonly IReadOnlyList<ITable> Postgres = Tables("postgres");
    private static readonly IReadOnlyList<ITable> SqlServer = Tables("sqlserver");

    [Theory]
    [InlineData("postgres")]
    [InlineData("sqlserver")]
    public void The_migrations_make_what_the_model_says(string provider)
    {
        using var db = Context(provider);

        db.Database.HasPendingModelChanges().Should().BeFalse("build/migration.sh writes what is missing for both databases");
    }

    [Fact]
    public void Both_databases_are_given_the_same_migrations()
    {
        using var postgres = Context("postgres");
        using var sqlServer = Context("sqlserver");
        string[] ofSqlServer = ["20260101000002_ReadCommittedSnapshot"];
        string[] ofPostgres = ["20260101000005_QueueStorage"];

        sqlServer.Database.GetMigrations().Except(ofSqlServer).Should().Equal(postgres.Database.GetMigrations().Except(ofPostgres));
    }

    [Fact]
    public void Both_databases_have_the_same_tables_and_columns()
    {
        Columns(Postgres).Should().NotBeEmpty().And.BeEquivalentTo(Columns(SqlServer));

        static IEnumerable<string> Columns(IEnumerable<ITable> tables) => tables.SelectMany(table => table.Columns.Select(
            column => $"{table.Name}.{column.Name} {(column.IsNullable ? "null" : "not null")} {column.ProviderClrType.Name}"));
    }

    [Fact]
    public void Both_databases_have_the_same_keys_and_references()
    {
        Keys(Postgres).Should().NotBeEmpty().And.BeEquivalentTo(Keys(SqlServer));

        static IEnumerable<string> Keys(IEnumerable<ITable> tables) => tables.SelectMany(table =>
            table.UniqueConstraints.Select(key => $"{table.Name}: {key.Name} {(key.GetIsPrimaryKey() ? "primary" : "")} ({List(key.Columns)})")
                .Concat(table.ForeignKeyConstraints.Select(key =>
                    $"{table.Name}: {key.Name} ({List(key.Columns)}) {key.PrincipalTable.Name} ({List(key.PrincipalColumns)}) {key.OnDeleteAction}")));
    }

    [Fact]
    public void Both_databases_have_the_same_indexes()
    {
        Indexes(Postgres).Should().NotBeEmpty().And.BeEquivalentTo(Indexes(SqlServer));

        static IEnumerable<string> Indexes(IEnumerable<ITable> tables) => tables.SelectMany(table => table.Indexes.Select(
            index => $"{table.Name}: {index.Name} {(index.IsUnique ? "unique" : "")} ({List(index.Columns)}) {Filter(index)}"));
    }

    [Fact]
    public void A_unique_index_leaves_out_rows_without_a_value_as_PostgreSQL_does()
    {
        var open = SqlServer.SelectMany(table => table.Indexes)
            .Where(index => index.IsUnique && index.Columns.Any(column => column.IsNullable)).ToList();

        open.Should().NotBeEmpty().And.OnlyContain(index => index.Columns.Where(column => column.IsNullable)
            .All(column => index.Filter!.Contains($"[{column.Name}] IS NOT NULL")));
    }

    [Fact]
    public void Both_databases_have_the_same_checks()
    {
        Checks(Postgres).Should().NotBeEmpty().And.BeEquivalentTo(Checks(SqlServer));

        static IEnumerable<string> Checks(IEnumerable<ITable> tables) =>
            tables.SelectMany(table => table.CheckConstraints.Select(check => $"{table.Name}: {check.Name} {check.Sql}"));
    }

    [Fact]
    public void Texts_are_equal_on_SQL_Server_when_they_are_the_same()
    {
        var texts = SqlServer.SelectMany(table => table.Columns).Where(column => column.ProviderClrType == typeof(string)).ToList();

        texts.Should().NotBeEmpty().And.OnlyContain(column => column.Collation == "Latin1_General_100_BIN2");
    }

    [Fact]
    public void Every_index_key_fits_into_SQL_Server()
    {
        var keys = SqlServer.SelectMany(table => table.Indexes.Select(index => (index.Name, Bytes: Bytes(index.Columns), Most: MaxKey))
            .Concat(table.UniqueConstraints.Select(key => (key.Name, Bytes: Bytes(key.Columns), Most: key.GetIsPrimaryKey() ? MaxClusteredKey : MaxKey))))
            .ToList();

        keys.Should().NotBeEmpty();
        keys.Where(key => key.Bytes > key.Most).Should().BeEmpty("SQL Server refuses longer keys when they are written (error 1946)");
    }

    [Fact]
    public void No_deletion_reaches_a_table_by_two_ways()
    {
        // SQL Server refuses such references (error 1785), also where rows are only set to null.
        var ways = SqlServer.SelectMany(table => table.ForeignKeyConstraints)
            .Where(key => key.OnDeleteAction is ReferentialAction.Cascade or ReferentialAction.SetNull)
            .ToLookup(key => key.PrincipalTable.Name, key => (key.Table.Name, key.OnDeleteAction));

        foreach (var start in ways)
        {
            var reached = new List<string> { start.Key };
            Follow(start.Key);
            reached.Should().OnlyHaveUniqueItems($"a deletion in {start.Key} must not come to a table twice");

            void Follow(string table)
            {
                foreach (var (next, action) in ways[table])
                {
                    reached.Add(next);
                    if (action == ReferentialAction.Cascade && reached.Count < 100)
                        Follow(next);
                }
            }
        }
    }

    private static PanelDb Context(string provider) => new DesignTimeFactory().CreateDbContext([provider]);

    private static List<ITable> Tables(string provider)
    {
        using var db = Context(provider);
        return [.. db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables];
    }

    private static string List(IEnumerable<IColumn> columns) => string.Join(", ", columns.Select(column => column.Name));

    /// <summary>Without what SQL Server has to be told, and PostgreSQL does by itself: rows without a value are not compared.</summary>
    private static string Filter(ITableIndex index) =>
        index.Filter is { } filter && !filter.Contains("IS NOT NULL", StringComparison.Ordinal) ? filter : "";

    private static int Bytes(IEnumerable<IColumn> columns) => columns.Sum(column => column.StoreType switch
    {
        "bigint" => 8,
        "int" => 4,
        "bit" => 1,
        "datetimeoffset" => 10,
        "date" => 3,
        var text when text.StartsWith("varchar(", StringComparison.Ordinal) && !text.Contains("max", StringComparison.Ordinal) =>
            int.Parse(text["varchar(".Length..^1], System.Globalization.CultureInfo.InvariantCulture),
        var text when text.StartsWith("nvarchar(", StringComparison.Ordinal) && !text.Contains("max", StringComparison.Ordinal) =>
            2 * int.Parse(text["nvarchar(".Length..^1], System.Globalization.CultureInfo.InvariantCulture),
        _ => int.MaxValue / 16,
    });
}
