using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Infrastructure.Jobs.Engine;

namespace VpsPanel.Infrastructure.Persistence;

/// <summary>Brings the whole database up to date: our tables by migrations, the job engine's by its own scripts. Repeatable.</summary>
public static class DatabaseMigration
{
    /// <summary>
    /// What <see cref="Run"/> would do to our tables, for whoever runs it by hand: repeatable, from an empty database or any version. The
    /// job engine's tables are made by <see cref="Run"/> alone.
    /// </summary>
    public static async Task<string> Script(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<PanelDb>().GetService<IMigrator>()
            .GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
    }

    public static async Task Run(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PanelDb>().Database.MigrateAsync(ct);
        await scope.ServiceProvider.GetRequiredService<JobSchema>().Install(ct);
    }
}
