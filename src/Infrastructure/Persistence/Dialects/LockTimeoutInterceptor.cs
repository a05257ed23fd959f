using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace VpsPanel.Infrastructure.Persistence.Dialects;

/// <summary>
/// Ends a wait for a lock after ten seconds with an error that says so (1222), as PostgreSQL is told to by its connection string. SQL
/// Server waits for ever, has no such setting there, and forgets this one whenever a connection goes back to the pool.
/// </summary>
internal sealed class LockTimeoutInterceptor : DbConnectionInterceptor
{
    public static readonly LockTimeoutInterceptor Instance = new();

    private const string Text = "set lock_timeout 10000";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Text;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Text;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
