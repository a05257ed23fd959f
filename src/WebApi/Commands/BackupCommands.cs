using System.Globalization;
using Microsoft.Extensions.Options;
using VpsPanel.Infrastructure.Persistence.Backup;
using VpsPanel.Infrastructure.Storage;

namespace VpsPanel.WebApi.Commands;

/// <summary><c>backup DIR</c> and <c>restore DIR</c>. PostgreSQL only; for SQL Server the statements are printed, and nobody has run them.</summary>
internal static class BackupCommands
{
    public static Task<int> Backup(WebApplication app, string[] args) => Run(app, args, "backup", async (backup, folder) =>
    {
        var manifest = await backup.Write(folder, CancellationToken.None);
        Console.WriteLine($"backed up {manifest.Rows.Values.Sum()} rows of {manifest.Rows.Count} tables and {manifest.Files} files into {folder}");
        Console.WriteLine($"keep Secrets:Key {manifest.SecretsKeyId} and Auth:SigningKey {manifest.SigningKeyId} elsewhere: no backup holds them");
    });

    public static Task<int> Restore(WebApplication app, string[] args) => Run(app, args, "restore", async (backup, folder) =>
    {
        var manifest = await backup.Restore(folder, CancellationToken.None);
        Console.WriteLine($"restored {manifest.Rows.Values.Sum()} rows of {manifest.Rows.Count} tables and {manifest.Files} files of {manifest.CreatedAt.ToString("u", CultureInfo.InvariantCulture)}");
        Console.WriteLine("run check before you start the service");
    });

    private static async Task<int> Run(WebApplication app, string[] args, string verb, Func<PostgresBackup, string, Task> act)
    {
        if (args.Length != 2)
        {
            await Console.Error.WriteLineAsync($"usage: {verb} DIR");
            return 2;
        }

        if (app.Configuration["Database:Provider"] == "SqlServer")
        {
            await Console.Error.WriteLineAsync(Statements(verb));
            return 2;
        }

        try
        {
            await act(new PostgresBackup(app.Configuration, app.Services.GetRequiredService<IOptions<StorageOptions>>().Value.Path, TimeProvider.System), Path.GetFullPath(args[1]));
            return 0;
        }
        catch (Exception error) when (error is InvalidOperationException or IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }
    }

    private static string Statements(string verb) => verb == "backup"
        ? """
          On SQL Server run this by hand (untested by us), and copy the folder Storage:Path afterwards:
            backup database [vpspanel] to disk = N'vpspanel.bak' with checksum, compression, copy_only;
            restore verifyonly from disk = N'vpspanel.bak' with checksum;
          """
        : """
          On SQL Server run this by hand (untested by us) with the service stopped, put the folder Storage:Path back, then run check:
            restore database [vpspanel] from disk = N'vpspanel.bak' with checksum, recovery;
          """;
}
