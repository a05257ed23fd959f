using System.Data.Common;
using Npgsql;

namespace VpsPanel.Testing;

/// <summary>Copies a database that was migrated once, which is the fastest way to an empty one there (docs/decisions/0181).</summary>
internal sealed class PostgresTestServer : ITestServer
{
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
        NpgsqlConnection.ClearAllPools();
        await Execute($"drop database if exists {new NpgsqlConnectionStringBuilder(connectionString).Database} with (force)");
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
