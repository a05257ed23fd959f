using Microsoft.Extensions.Logging;
using VpsPanel.Application.Platform.Pipeline;
using VpsPanel.Application.Proxies.Templates.Commands;
using VpsPanel.Infrastructure.Jobs;

namespace VpsPanel.Infrastructure.Proxies;

/// <summary>At every start sees to it that each known client has a template to be served with.</summary>
internal sealed partial class TemplateSeeder(
    BackgroundCommandSender sender, TimeProvider clock, ILogger<TemplateSeeder> log) : StartTask(clock)
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
