using Microsoft.Extensions.Logging;
using VpsPanel.Application;
using VpsPanel.Application.SubscriptionTemplates.Commands;
using VpsPanel.Infrastructure.Jobs;

namespace VpsPanel.Infrastructure.Subscriptions;

/// <summary>At every start sees to it that each known client has a template to be served with.</summary>
internal sealed partial class TemplateSeeder(
    SystemSender sender, TimeProvider clock, ILogger<TemplateSeeder> log) : StartTask(clock)
{
    protected override async Task<bool> Try(CancellationToken ct)
    {
        var seeded = await sender.Send(new SeedSubscriptionTemplates(), ct);
        if (!seeded.IsSuccess)
            LogWaiting(seeded.Error.Message);

        return seeded.IsSuccess;
    }

    [LoggerMessage(LogLevel.Information, "The subscription templates wait: {Reason}")]
    protected override partial void LogWaiting(string reason);
}
