using System.Data.Common;
using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.SqlServer;
using Microsoft.Data.SqlClient;
using Npgsql;
using VpsPanel.Infrastructure.Persistence;

namespace VpsPanel.Infrastructure.Jobs.Engine;

/// <summary>Where the job engine keeps its state: a schema of its own in the service's database, made by <c>migrate</c>.</summary>
internal static class JobStorageFactory
{
    public const string Schema = "hangfire";

    /// <summary>
    /// A job that is not heard of for so long is handed out again. A running one says every fifth of it that it lives, and what a job
    /// does is claimed in our tables, so one that was handed out too early does nothing.
    /// </summary>
    private static readonly TimeSpan Invisibility = TimeSpan.FromMinutes(2);

    /// <summary>A node that was killed leaves its locks behind, and they are taken from it after so long. None is held for seconds.</summary>
    private static readonly TimeSpan LockOfTheDead = TimeSpan.FromMinutes(1);

    /// <summary>Only a net: whoever queues a job wakes a worker.</summary>
    private static readonly TimeSpan PostgresPoll = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan SqlServerPoll = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan CountersAggregated = TimeSpan.FromMinutes(15);

    public static JobStorage Create(DatabaseOptions database, DbDataSource source) =>
        database.Provider == "SqlServer" ? SqlServer(database.ConnectionString) : Postgres((NpgsqlDataSource)source);

    private static PostgreSqlStorage Postgres(NpgsqlDataSource source)
    {
        var options = new PostgreSqlStorageOptions
        {
            SchemaName = Schema,
            PrepareSchemaIfNecessary = false,
            QueuePollInterval = PostgresPoll,
            InvisibilityTimeout = Invisibility,
            DistributedLockTimeout = LockOfTheDead,
            UseSlidingInvisibilityTimeout = true,
            CountersAggregateInterval = CountersAggregated,
            EnableTransactionScopeEnlistment = false,
        };
        var storage = new PostgreSqlStorage(new DataSourceConnections(source), options);
        storage.QueueProviders.Add(new WakeableQueues(storage, options), JobQueues.All);
        return storage;
    }

    private static SqlServerStorage SqlServer(string connectionString) => new(connectionString, new SqlServerStorageOptions
    {
        SchemaName = Schema,
        PrepareSchemaIfNecessary = false,
        SqlClientFactory = SqlClientFactory.Instance,
        QueuePollInterval = SqlServerPoll,
        SlidingInvisibilityTimeout = Invisibility,
        CountersAggregateInterval = CountersAggregated,
        DisableGlobalLocks = true,

        // What the engine would look up here, when the database may not be up yet: JobSchema lets nothing run on older tables.
        TryAutoDetectSchemaDependentOptions = false,
        UseIgnoreDupKeyOption = true,
        DeleteExpiredBatchSize = 10_000,
        UseRecommendedIsolationLevel = true,
        CommandBatchMaxTimeout = TimeSpan.FromMinutes(5),
    });

    private sealed class DataSourceConnections(NpgsqlDataSource source) : IConnectionFactory
    {
        public NpgsqlConnection GetOrCreateConnection() => source.CreateConnection();
    }
}
