using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Infrastructure.Jobs.Engine;

namespace VpsPanel.Infrastructure.Persistence;

/// <summary>Brings the whole database up to date: our tables by migrations, the job engine's by its own scripts. Repeatable.</summary>
public static class DatabaseMigration
{
    public static async Task Run(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PanelDb>().Database.MigrateAsync(ct);
        await scope.ServiceProvider.GetRequiredService<JobSchema>().Install(ct);
    }
}
