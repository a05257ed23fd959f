using Npgsql;
using Respawn;
using Respawn.Graph;

namespace VpsPanel.Testing;

/// <summary>Empties a database that a test class shares: its tables, and those of the job engine but for their version.</summary>
internal static class PostgresReset
{
    private static readonly RespawnerOptions Emptying = new()
    {
        DbAdapter = DbAdapter.Postgres,
        TablesToIgnore = [new Table("schema_migrations"), new Table("hangfire", "schema")],
        CommandTimeout = 60,
    };

    // Which tables there are is the same in every database of a run.
    private static readonly SemaphoreSlim Gate = new(1);
    private static Respawner? _respawner;

    public static async Task Run(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();

        // The ledger and the audit log refuse to lose rows, also to a truncation.
        await using (var command = new NpgsqlCommand("set session_replication_role = replica", connection))
            await command.ExecuteNonQueryAsync();

        await (await Respawner(connection)).ResetAsync(connection);
    }

    private static async Task<Respawner> Respawner(NpgsqlConnection connection)
    {
        await Gate.WaitAsync();
        try
        {
            return _respawner ??= await Respawn.Respawner.CreateAsync(connection, Emptying);
        }
        finally
        {
            Gate.Release();
        }
    }
}
