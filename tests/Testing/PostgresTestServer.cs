using System.Data.Common;
using Npgsql;
using Respawn;
using Respawn.Graph;

namespace VpsPanel.Testing;

/// <summary>Copies a database that was migrated once, which is the fastest way to an empty one there (docs/decisions/0161).</summary>
internal sealed class PostgresTestServer : ITestServer
{
    private static readonly RespawnerOptions Emptying = new()
    {
        DbAdapter = DbAdapter.Postgres,
        TablesToIgnore = [new Table("schema_migrations"), new Table("hangfire", "schema")],
        CommandTimeout = 60,
    };

    private static readonly string Run = Guid.NewGuid().ToString("N")[..8];
    private string? _template;

    public string Address { get; } = Environment.GetEnvironmentVariable("VPSPANEL_TEST_POSTGRES") ?? "";

    public async Task<string> Create()
    {
        if (Address.Length == 0)
            throw new InvalidOperationException("Run ./build/test.sh, or set VPSPANEL_TEST_POSTGRES to a server's connection string.");

        _template ??= await CreateTemplate();
        var name = $"t_{Run}_{Guid.NewGuid():N}"[..40];

        // Copying needs a template without connections, hence one at a time.
        await Execute($"create database {name} template {_template} strategy file_copy");
        return For(name);
    }

    public async Task Drop(string connectionString)
    {
        // The pools of other tests, which run beside this one, stay as they are.
        await using (var pool = new NpgsqlConnection(connectionString))
            NpgsqlConnection.ClearPool(pool);

        await Execute($"drop database if exists {new NpgsqlConnectionStringBuilder(connectionString).Database} with (force)");
    }

    /// <summary>Sequences go on, so that nobody new has the id of somebody who was there before.</summary>
    public async Task Reset(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();

        // The ledger and the audit log refuse to lose rows, also to a truncation.
        await using (var command = new NpgsqlCommand("set session_replication_role = replica", connection))
            await command.ExecuteNonQueryAsync();

        await (await Respawner.CreateAsync(connection, Emptying)).ResetAsync(connection);
    }

    public DbConnection Connect(string connectionString) => new NpgsqlConnection(connectionString);

    public string Refusal(DbException error) => error.SqlState switch
    {
        PostgresErrorCodes.CheckViolation => "check",
        PostgresErrorCodes.ForeignKeyViolation => "foreign_key",
        PostgresErrorCodes.UniqueViolation => "unique",
        PostgresErrorCodes.InsufficientPrivilege => "append_only",
        _ => error.Message,
    };

    // For the whole connection, which nobody uses again.
    public string Unguarded(string sql, string[] tables) => $"set session_replication_role = replica; {sql}";

    public string For(string database) =>
        new NpgsqlConnectionStringBuilder(
            Address) { Database = database, MaxPoolSize = 40, ConnectionIdleLifetime = 5, ConnectionPruningInterval = 2,
            IncludeErrorDetail = true }.ConnectionString;

    private async Task<string> CreateTemplate()
    {
        var name = $"template_{Run}";
        await Execute($"create database {name}");
        await TestDatabase.Migrate(For(name) + ";Pooling=false");
        return name;
    }

    private async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(Address);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 60 };
        await command.ExecuteNonQueryAsync();
    }
}
