using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VpsPanel.Application.Sales.Catalog.Sync;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Infrastructure.Persistence;

namespace VpsPanel.Infrastructure.Logs;

/// <summary>Stores every line in a scope, connection and transaction of its own.</summary>
internal sealed partial class AutomationLog(IServiceScopeFactory scopes, TimeProvider clock, ILogger<AutomationLog> log)
    : IAutomationLog, ISyncLog
{
    public Task Write(AutomationLine line) => Store(AutomationLogRow.Of(line, clock.GetUtcNow()));

    public Task Write(SyncLine line) => Store(SyncLogRow.Of(line, clock.GetUtcNow()));

    private async Task Store(object row)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PanelDb>();
            db.Add(row);
            await db.SaveChangesAsync();
        }
        catch (Exception error)
        {
            LogLost(error, row.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Error, "A {Row} could not be stored")]
    private partial void LogLost(Exception error, string row);
}
