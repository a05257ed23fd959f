using System.Data.Common;
using System.Net.Sockets;
using VpsPanel.Application.Identity.Installation;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Identity;

internal sealed class DatabaseProbe : IDatabaseProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<string?> FindProblem(string type, string connectionString, CancellationToken ct)
    {
        IDialect? dialect = type.Trim().ToLowerInvariant() switch
        {
            "" or "postgres" => new PostgresDialect(),
            "sqlserver" => new SqlServerDialect(),
            _ => null,
        };
        if (dialect is null)
            return "the type must be postgres or sqlserver";

        if (string.IsNullOrWhiteSpace(connectionString))
            return "db.dsn is required";

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await using var source = dialect.CreateDataSource(connectionString);
            await using var connection = await source.OpenConnectionAsync(patience.Token);
            return null;
        }
        catch (Exception error)
            when (error is DbException or ArgumentException or OperationCanceledException or TimeoutException or SocketException)
        {
            // The driver's words would tell a stranger about the inner network.
            return "no connection to this database";
        }
    }
}
