using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.SqlClient;
using Respawn;
using Respawn.Graph;

namespace VpsPanel.Testing;

/// <summary>
/// Databases go from class to class: a copy of a migrated one is slow to get there, so Respawn empties what was used. What a run leaves
/// behind is dropped by whoever owns the server; the names begin with vpspanel_test_.
/// </summary>
internal sealed class SqlServerTestServer(string address) : ITestServer
{
    /// <summary>They refuse every deletion.</summary>
    private static readonly string[] AppendOnly = ["audit_logs", "wallet_entries"];

    private static readonly RespawnerOptions Emptying = new()
    {
        DbAdapter = DbAdapter.SqlServer,
        TablesToIgnore = [new Table("schema_migrations"), new Table("hangfire", "Schema")],
        WithReseed = true,
        CommandTimeout = 60,
    };

    private readonly ConcurrentQueue<string> _free = new();

    public string Address => address;

    public async Task<string> Create()
    {
        if (_free.TryDequeue(out var used))
            return used;

        var name = $"vpspanel_test_{Guid.NewGuid():N}"[..40];
        await Execute(address, $"create database {name}");
        await TestDatabase.Migrate(For(name));
        return For(name);
    }

    public string For(string database) =>
        new SqlConnectionStringBuilder(address) { InitialCatalog = database, MaxPoolSize = 40 }.ConnectionString;

    public async Task Drop(string connectionString)
    {
        await Reset(connectionString);
        _free.Enqueue(connectionString);
    }

    public async Task Reset(string connectionString)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync();
        await Execute(connection, string.Join("; ", AppendOnly.Select(table => $"disable trigger all on {table}")));
        await (await Respawner.CreateAsync(connection, Emptying)).ResetAsync(connection);
        await Execute(connection, string.Join("; ", AppendOnly.Select(table => $"enable trigger all on {table}")));
    }

    public DbConnection Connect(string connectionString) => new SqlConnection(connectionString);

    public string Refusal(DbException error) => error switch
    {
        SqlException { Number: 547 } when error.Message.Contains("CHECK constraint", StringComparison.Ordinal) => "check",
        SqlException { Number: 547 } => "foreign_key",
        SqlException { Number: 2601 or 2627 } => "unique",

        // Our trigger; and an emptied table that others refer to.
        SqlException { Number: 51000 or 4712 } => "append_only",
        _ => error.Message,
    };

    public string Unguarded(string sql, string[] tables) => string.Join(
        "; ",
        [
            .. tables.Select(table => $"alter table {table} nocheck constraint all; alter table {table} disable trigger all"),
            sql,
            .. tables.Select(table => $"alter table {table} check constraint all; alter table {table} enable trigger all"),
        ]);

    private static async Task Execute(string connectionString, string sql)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync();
        await Execute(connection, sql);
    }

    private static async Task Execute(SqlConnection connection, string sql)
    {
        await using var command = new SqlCommand(sql, connection) { CommandTimeout = 60 };
        await command.ExecuteNonQueryAsync();
    }
}
