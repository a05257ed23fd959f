using System.Data.Common;
using System.Globalization;
using Dapper;
using Hangfire.PostgreSql;
using Hangfire.SqlServer;
using Microsoft.Data.SqlClient;
using Npgsql;

namespace VpsPanel.Infrastructure.Jobs.Engine;

/// <summary>The tables of the job engine, which belong to it and not to the model: they are made here and nowhere else.</summary>
public sealed class JobSchema(DbDataSource source)
{
    private const int InvalidObject = 208;
    private const string Scripts = "Hangfire.PostgreSql.Scripts.Install.v";

    /// <summary>Makes the tables or brings them up to date. Needs the rights of their owner; repeatable.</summary>
    public async Task Install(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        if (connection is NpgsqlConnection postgres)
            PostgreSqlObjectsInstaller.Install(postgres, JobStorageFactory.Schema);
        else
            SqlServerObjectsInstaller.Install(connection, JobStorageFactory.Schema, enableHeavyMigrations: true);
    }

    /// <summary>What is wrong with the tables, null when nothing is.</summary>
    /// <exception cref="DbException">The database cannot be reached or does not answer.</exception>
    public async Task<string?> Obstacle(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var wanted = connection is NpgsqlConnection ? PostgresVersion() : SqlServerObjectsInstaller.LatestSchemaVersion;
        return await Version(connection, ct) switch
        {
            null => "the job engine's tables are missing (schema hangfire); the command migrate makes them",
            { } found when found < wanted =>
                $"the job engine's tables are of version {found}, not {wanted}; the command migrate brings them up to date",
            _ => null,
        };
    }

    private static async Task<int?> Version(DbConnection connection, CancellationToken ct)
    {
        const string text = $"select version from {JobStorageFactory.Schema}.schema";
        var quoted = connection is NpgsqlConnection ? text : $"select version from [{JobStorageFactory.Schema}].[Schema]";
        try
        {
            return await connection.ExecuteScalarAsync<int?>(new CommandDefinition(quoted, cancellationToken: ct));
        }
        catch (PostgresException error)
            when (error.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            return null;
        }
        catch (SqlException error) when (error.Number == InvalidObject)
        {
            return null;
        }
    }

    /// <summary>The number of the last script that the package brings.</summary>
    private static int PostgresVersion() => typeof(PostgreSqlStorage).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Scripts, StringComparison.Ordinal))
        .Max(name => int.Parse(name.AsSpan(Scripts.Length, name.LastIndexOf('.') - Scripts.Length), CultureInfo.InvariantCulture));
}
