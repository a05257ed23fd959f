using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Infrastructure.Jobs.Engine;
using VpsPanel.Infrastructure.Persistence;

namespace VpsPanel.Infrastructure.Health;

/// <summary>Whether this node can do its work.</summary>
public sealed class Readiness(IServiceProvider services)
{
    /// <summary>What is missing, null when nothing is.</summary>
    public async Task<string?> Look(CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        try
        {
            var pending = await scope.ServiceProvider.GetRequiredService<PanelDb>().Database.GetPendingMigrationsAsync(ct);
            if (pending.Any())
                return "the database is not migrated";
        }
        catch (Exception error) when (error is DbException or InvalidOperationException or TimeoutException)
        {
            return "the database cannot be reached";
        }

        // Without jobs there is no engine to be up.
        return services.GetService<JobEngine>()?.Obstacle;
    }
}
