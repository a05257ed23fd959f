using Npgsql;
using VpsPanel.Infrastructure.Persistence;

namespace VpsPanel.Testing;

/// <summary>
/// Gives every test class a database of its own, copied from one that was migrated once. The server is named by
/// VPSPANEL_TEST_POSTGRES, which build/test.sh sets.
/// </summary>
public static class TestDatabase
{
    private static readonly SemaphoreSlim Gate = new(1);
    private static readonly string Run = Guid.NewGuid().ToString("N")[..8];
    private static string? _template;

    public static string Server { get; } = Environment.GetEnvironmentVariable("VPSPANEL_TEST_POSTGRES")
        ?? throw new InvalidOperationException("Run ./build/test.sh, or set VPSPANEL_TEST_POSTGRES to a server's connection string.");

    /// <summary>A fresh database with the whole schema and no rows; the connection string.</summary>
    public static async Task<string> Create()
    {
        await Gate.WaitAsync();
        try
        {
            _template ??= await CreateTemplate();
            var name = $"t_{Run}_{Guid.NewGuid():N}"[..40];

            // Copying needs a template without connections, hence one at a time.
            await Execute($"create database {name} template {_template} strategy file_copy");
            return For(name);
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>Leaves the schema and no rows: for tests of one class that share a database and a service.</summary>
    public static Task Reset(string connectionString) => PostgresReset.Run(connectionString);

    public static async Task Drop(string connectionString)
    {
        // The pools of other tests, which run beside this one, stay as they are.
        await using (var pool = new NpgsqlConnection(connectionString))
            NpgsqlConnection.ClearPool(pool);

        await Execute($"drop database if exists {new NpgsqlConnectionStringBuilder(connectionString).Database} with (force)");
    }

    public static string For(string database) =>
        new NpgsqlConnectionStringBuilder(
            Server) { Database = database, MaxPoolSize = 40, ConnectionIdleLifetime = 5, ConnectionPruningInterval = 2,
            IncludeErrorDetail = true }.ConnectionString;

    private static async Task<string> CreateTemplate()
    {
        var name = $"template_{Run}";
        await Execute($"create database {name}");
        // Its services look for tables that are not there yet.
        await using (var app = new PanelHost(For(name) + ";Pooling=false") { JudgesErrors = false })
        {
            await DatabaseMigration.Run(app.Services, CancellationToken.None);
        }

        return name;
    }

    private static async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 60 };
        await command.ExecuteNonQueryAsync();
    }
}
