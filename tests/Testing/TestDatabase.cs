using System.Data.Common;
using VpsPanel.Infrastructure.Persistence;

namespace VpsPanel.Testing;

/// <summary>
/// Gives every test class a database of its own with the whole schema and no rows: on PostgreSQL, whose server VPSPANEL_TEST_POSTGRES
/// names, which build/test.sh sets; or on SQL Server, when TEST_SQLSERVER names one by a connection string to its master.
/// </summary>
public static class TestDatabase
{
    private static readonly SemaphoreSlim Gate = new(1);
    private static readonly ITestServer Provided = Environment.GetEnvironmentVariable("TEST_SQLSERVER") is { Length: > 0 } sqlServer
        ? new SqlServerTestServer(sqlServer)
        : new PostgresTestServer();

    /// <summary>For what one database alone has, such as a look into its lists of locks.</summary>
    public static bool IsSqlServer => Provided is SqlServerTestServer;

    /// <summary>As <c>Database:Provider</c> names it.</summary>
    public static string Provider => IsSqlServer ? "SqlServer" : "Postgres";

    /// <summary>The connection string of a database that is always there.</summary>
    public static string Server => Provided.Address;

    /// <summary>A database with the whole schema and no rows; the connection string.</summary>
    public static async Task<string> Create()
    {
        await Gate.WaitAsync();
        try
        {
            return await Provided.Create();
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>Leaves the schema and no rows: for tests of one class that share a database and a service.</summary>
    public static Task Reset(string connectionString) => Provided.Reset(connectionString);

    /// <summary>Gives back what <see cref="Create"/> gave.</summary>
    public static Task Drop(string connectionString) => Provided.Drop(connectionString);

    /// <summary>The connection string of a database of this name, whether there is one or not.</summary>
    public static string For(string database) => Provided.For(database);

    /// <param name="sql">With $1, $2 … for the values, in words of PostgreSQL that <see cref="TestSql"/> knows how to say on SQL Server.</param>
    public static async Task<object?> Scalar(string connectionString, string sql, params object[] values)
    {
        await using var connection = Provided.Connect(connectionString);
        await connection.OpenAsync();
        await using var command = Command(connection, sql, values);
        return await command.ExecuteScalarAsync();
    }

    /// <inheritdoc cref="Scalar"/>
    public static async Task Execute(string connectionString, string sql, params object[] values)
    {
        await using var connection = Provided.Connect(connectionString);
        await connection.OpenAsync();
        await using var command = Command(connection, sql, values);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Which kind of rule of the database a statement broke: check, foreign_key, unique or append_only.</summary>
    public static string Refusal(DbException error) => Provided.Refusal(error);

    /// <summary>The statement without the rules of these tables, as a restore from half a backup would run it.</summary>
    public static string Unguarded(string sql, params string[] tables) => Provided.Unguarded(sql, tables);

    /// <summary>Makes the schema, as the command <c>migrate</c> does.</summary>
    internal static async Task Migrate(string connectionString)
    {
        // Its services look for tables that are not there yet.
        await using var app = new PanelHost(connectionString) { JudgesErrors = false };
        await DatabaseMigration.Run(app.Services, CancellationToken.None);
    }

    private static DbCommand Command(DbConnection connection, string sql, object[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = IsSqlServer ? TestSql.ForSqlServer(sql) : sql;
        for (var at = 0; at < values.Length; at++)
        {
            var parameter = command.CreateParameter();
            parameter.Value = values[at];

            // PostgreSQL counts parameters without a name.
            if (IsSqlServer)
                parameter.ParameterName = $"p{at + 1}";

            command.Parameters.Add(parameter);
        }

        return command;
    }
}
