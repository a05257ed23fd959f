using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace VpsPanel.Infrastructure.Persistence.Backup;

/// <summary>PostgreSQL's own programs for backups, run as child processes. The password travels in the environment, never in an argument.</summary>
internal static class PostgresTools
{
    /// <exception cref="InvalidOperationException">The program is not installed, or it failed; the message holds what it said.</exception>
    public static async Task Run(string program, string connectionString, IReadOnlyList<string> arguments, CancellationToken ct)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        var target = new NpgsqlConnectionStringBuilder(connectionString);
        start.Environment["PGHOST"] = target.Host;
        start.Environment["PGPORT"] = target.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = target.Username;
        start.Environment["PGPASSWORD"] = target.Password;
        start.Environment["PGDATABASE"] = target.Database;
        start.Environment["PGSSLMODE"] = Mode(target.SslMode);

        using var process = Started(start);
        var said = process.StandardError.ReadToEndAsync(ct);
        var printed = process.StandardOutput.ReadToEndAsync(ct);
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        if (process.ExitCode != 0)
        {
            var words = $"{await said} {await printed}".Trim();
            throw new InvalidOperationException($"{program} failed with {process.ExitCode}: {words}");
        }
    }

    private static string Mode(SslMode mode) => mode switch
    {
        SslMode.VerifyCA => "verify-ca",
        SslMode.VerifyFull => "verify-full",
        _ => mode.ToString().ToLowerInvariant(),
    };

    private static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new InvalidOperationException($"{start.FileName} is missing; install the package postgresql-client, not older than the server.", error);
        }
    }
}
