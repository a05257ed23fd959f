using System.Data;
using System.Globalization;
using Dapper;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace VpsPanel.Infrastructure.Persistence.Backup;

/// <summary>
/// The database by pg_dump and pg_restore and the uploaded files beside it, while the service runs: the dump is one snapshot, and files are
/// copied after it, so that every file that a row of it names is there. Keys are never copied; the manifest says which ones are needed.
/// </summary>
/// <param name="files">The folder of uploads, <c>Storage:Path</c>.</param>
public sealed class PostgresBackup(IConfiguration configuration, string files, TimeProvider clock)
{
    private const string DumpName = "database.dump";
    private const string FilesName = "uploads";

    private const string Tables =
        """
        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition order by c.relname
        """;

    private readonly string _connection = configuration["Database:ConnectionString"] ?? "";

    /// <summary>Into an empty or new folder. What is there when this throws is not a backup: the manifest is written last.</summary>
    /// <exception cref="InvalidOperationException">The folder holds something, or a program of PostgreSQL failed.</exception>
    public async Task<BackupManifest> Write(string folder, CancellationToken ct)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new InvalidOperationException($"{folder} is not empty; name a new folder for each backup.");

        CreatePrivate(folder);
        await using var connection = new NpgsqlConnection(_connection);
        await connection.OpenAsync(ct);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var name = (await connection.ExecuteScalarAsync<string>(Statement("select pg_export_snapshot()", snapshot, ct)))!;
        var migration = await connection.ExecuteScalarAsync<string>(Statement("select max(\"MigrationId\") from schema_migrations", snapshot, ct));
        var rows = await Count(connection, snapshot, ct);
        await PostgresTools.Run(
            "pg_dump", _connection, ["--format=custom", $"--snapshot={name}", "--no-owner", "--no-privileges", $"--file={Path.Combine(folder, DumpName)}"], ct);
        await snapshot.RollbackAsync(ct);

        var manifest = new BackupManifest(
            clock.GetUtcNow(), "Postgres", migration ?? "", BackupManifest.KeyId(configuration["Secrets:Key"]),
            BackupManifest.KeyId(configuration["Auth:SigningKey"]), rows, Copy(files, Path.Combine(folder, FilesName)));
        manifest.Write(folder);
        return manifest;
    }

    /// <summary>Into an empty database and an empty folder of uploads.</summary>
    /// <exception cref="InvalidOperationException">
    /// Something is there already, the stored secrets were made with another key, or what was restored differs from the manifest.
    /// </exception>
    public async Task<BackupManifest> Restore(string folder, CancellationToken ct)
    {
        var manifest = BackupManifest.Read(folder);
        if (manifest.Provider != "Postgres")
            throw new InvalidOperationException($"This is a backup of {manifest.Provider}.");

        if (manifest.SecretsKeyId != BackupManifest.KeyId(configuration["Secrets:Key"]))
            throw new InvalidOperationException($"Secrets:Key is not the key {manifest.SecretsKeyId} with which the secrets of this backup were stored.");

        if (Directory.Exists(files) && Directory.EnumerateFileSystemEntries(files).Any())
            throw new InvalidOperationException($"{files} (Storage:Path) is not empty.");

        await using var connection = new NpgsqlConnection(_connection);
        await connection.OpenAsync(ct);
        if ((await connection.QueryAsync<string>(Statement(Tables, null, ct))).Any())
            throw new InvalidOperationException("The database is not empty; create a new one and name it in Database:ConnectionString.");

        await PostgresTools.Run(
            "pg_restore", _connection,
            ["--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges", $"--dbname={connection.Database}", Path.Combine(folder, DumpName)], ct);

        var differences = (await Count(connection, null, ct)).Where(row => manifest.Rows.GetValueOrDefault(row.Key) != row.Value).ToList();
        if (differences.Count > 0)
            throw new InvalidOperationException($"Restored, but not what the manifest says: {string.Join(", ", differences.Select(row => row.Key))}.");

        _ = Copy(Path.Combine(folder, FilesName), files);
        return manifest;
    }

    private static CommandDefinition Statement(string text, IDbTransaction? transaction, CancellationToken ct) =>
        new(text, transaction: transaction, cancellationToken: ct);

    private static async Task<IReadOnlyDictionary<string, long>> Count(NpgsqlConnection connection, IDbTransaction? transaction, CancellationToken ct)
    {
        var counts = new Dictionary<string, long>();
        foreach (var table in (await connection.QueryAsync<string>(Statement(Tables, transaction, ct))).AsList())
        {
            // The name comes out of the catalog, quoted.
            var text = string.Create(CultureInfo.InvariantCulture, $"select count(*) from public.\"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
            counts[table] = await connection.ExecuteScalarAsync<long>(Statement(text, transaction, ct));
        }

        return counts;
    }

    private static int Copy(string from, string to)
    {
        if (!Directory.Exists(from))
            return 0;

        CreatePrivate(to);
        var count = 0;
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            CreatePrivate(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
            count++;
        }

        return count;
    }

    private static void CreatePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
