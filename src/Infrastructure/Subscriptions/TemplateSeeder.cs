using System.Data.Common;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.SubscriptionTemplates.Commands;
using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Subscriptions;

/// <summary>At every start sees to it that each known client has a template to be served with.</summary>
internal sealed partial class TemplateSeeder(
    IServiceScopeFactory scopes, TimeProvider clock, ILogger<TemplateSeeder> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // The database may come up, or be migrated, after this node.
            while (!await Seed(stoppingToken))
                await Task.Delay(Pause, clock, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task<bool> Seed(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<RequestContext>().Set(Actor.System, "start", null);
            var seeded = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new SeedSubscriptionTemplates(), ct);
            if (!seeded.IsSuccess)
                LogWaiting(seeded.Error.Message);

            return seeded.IsSuccess;
        }
        catch (Exception error) when (error is DbException or InvalidOperationException { InnerException: DbException })
        {
            LogWaiting(error.Message);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Information, "The subscription templates wait: {Reason}")]
    private partial void LogWaiting(string reason);
}
