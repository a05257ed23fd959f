using System.Data.Common;
using Hangfire;
using Hangfire.Common;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Infrastructure.Jobs;
using VpsPanel.Infrastructure.Jobs.Engine;
using VpsPanel.Infrastructure.Jobs.Lanes;
using VpsPanel.Infrastructure.Jobs.Provisioning;
using VpsPanel.Infrastructure.Jobs.Tasks;
using VpsPanel.Infrastructure.Persistence;
using VpsPanel.Infrastructure.Persistence.Outbox;
using VpsPanel.Infrastructure.Signals;

namespace VpsPanel.Infrastructure;

/// <summary>Background jobs and scheduled tasks.</summary>
public static partial class DependencyInjection
{
    private static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<JobsOptions>().Bind(configuration.GetSection("Jobs"))
            .Validate(options => options.AreUsable(), $"Jobs:Workers is from 1 to {JobsOptions.MaxWorkers}.")
            .ValidateOnStart();
        services.AddJobQueue();
        services.AddLanes();
        services.AddSingleton<TaskClaims>();
        services.AddSingleton<TaskRunner>();
        services.AddSingleton<TaskPlanner>();
        services.AddSingleton<ShortTaskTimers>();
        services.AddSingleton(provider => new JobInspector(
            provider.GetRequiredService<JobStorage>(), provider.GetRequiredService<IBackgroundJobClient>(),
            provider.GetRequiredService<TaskPlanner>(), provider.GetRequiredService<IReadDb>(), provider.GetRequiredService<DbDataSource>()));

        // Another node does what this one only queues.
        if (configuration.GetValue("Jobs:Enabled", true))
            services.AddJobEngine();

        return services;
    }

    /// <summary>What queues jobs: on every node.</summary>
    private static void AddJobQueue(this IServiceCollection services)
    {
        JobTypeNames.Use();
        services.AddSingleton<JobSchema>();
        services.AddSingleton(provider => JobStorageFactory.Create(
            provider.GetRequiredService<IOptions<DatabaseOptions>>().Value, provider.GetRequiredService<DbDataSource>()));
        services.AddSingleton<JobAlarm>();
        services.AddSingleton<JobOutcomeFilter>();
        services.AddSingleton<IJobFilterProvider>(provider => new JobFilterCollection
        {
            new StatisticsHistoryAttribute(), provider.GetRequiredService<JobOutcomeFilter>(),
        });
        services.AddSingleton<IBackgroundJobClient>(provider => new BackgroundJobClient(
            provider.GetRequiredService<JobStorage>(), provider.GetRequiredService<IJobFilterProvider>()));
        services.AddSingleton<IRecurringJobManager>(provider => new RecurringJobManager(
            provider.GetRequiredService<JobStorage>(), provider.GetRequiredService<IJobFilterProvider>()));
        services.AddSingleton<JobOutcomes>();
        services.AddSingleton<ProvisioningQueue>();
        services.AddAlso<IProvisioningQueue, ProvisioningQueue>();
        services.AddSingleton<ProvisioningEnqueuer>();
        services.AddAlso<ICommitListener, ProvisioningEnqueuer>();
        services.AddAlso<IHostedService, ProvisioningEnqueuer>();
    }

    private static void AddLanes(this IServiceCollection services)
    {
        foreach (var lane in Enum.GetValues<OutboxLane>())
            services.AddSingleton<ILane>(provider => ActivatorUtilities.CreateInstance<OutboxLaneDelivery>(provider, lane));

        services.AddSingleton<ILane, WebhookLane>();
        services.AddSingleton<LaneWatch>();
    }

    /// <summary>What runs jobs.</summary>
    private static void AddJobEngine(this IServiceCollection services)
    {
        services.AddSingleton<JobWake>();
        services.AddAlso<IRemoteWork, JobWake>();
        services.AddSingleton<JobTimers>();
        services.AddAlso<IHostedService, JobTimers>();
        services.AddAlso<ICommitListener, TaskPlanner>();
        services.AddAlso<ICommitListener, ShortTaskTimers>();
        services.AddAlso<IRemoteWork, ShortTaskTimers>();
        services.AddAlso<IHostedService, ShortTaskTimers>();
        services.AddSingleton<JobEngine>();
        services.AddAlso<IHostedService, JobEngine>();
    }
}
