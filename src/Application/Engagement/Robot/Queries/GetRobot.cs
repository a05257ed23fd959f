using VpsPanel.Application.Engagement.Webhooks;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Robot.Queries;

/// <summary>How the robot is heard, and who is told of events.</summary>
public sealed record GetRobot : IQuery<RobotView>;

/// <param name="Secret">A mask where there is one.</param>
public sealed record RobotView(string Url, string Secret, bool Enabled, IReadOnlyList<WebhookEndpoint> Webhooks);

internal sealed class GetRobotHandler(ISettings settings) : IQueryHandler<GetRobot, RobotView>
{
    public async Task<Result<RobotView>> Handle(GetRobot query, CancellationToken ct) => new RobotView(
        await settings.Get(WebhookSettings.WebhookUrl, ct),
        WebhookSettings.WebhookSecret.Shown(await settings.Get(WebhookSettings.WebhookSecret, ct)),
        await settings.IsOn(WebhookSettings.WebhookEnabled, ct),
        [.. (await settings.Get(WebhookSettings.Webhooks, ct))
            .Select(hook => hook with { Secret = hook.Secret.Length > 0 ? Setting.Mask : "" })]);
}
