using MediatR;
using VpsPanel.Application.Servers.Upstream;

namespace VpsPanel.WebApi.Commands;

/// <summary>Points the demo at its upstream, at every start anew: the simulator's port may have changed.</summary>
internal static class SeedAutomation
{
    /// <exception cref="InvalidOperationException">The address was refused.</exception>
    public static async Task Run(IServiceProvider services, CancellationToken ct)
    {
        var demo = services.GetRequiredService<IConfiguration>().GetSection("Demo");
        if (string.IsNullOrWhiteSpace(demo["AutomationBaseUrl"]))
            return;

        var changed = await services.GetRequiredService<IMediator>().Send(
            new ChangeAutomationAccount(demo["AutomationBaseUrl"], demo["AutomationApiKey"], true, null, null, false), ct);
        if (!changed.IsSuccess)
            throw new InvalidOperationException($"The demo's upstream was refused: {changed.Error.Code} {changed.Error.Message}");
    }
}
