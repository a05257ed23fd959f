using VpsPanel.Application.Engagement.Webhooks;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Robot;

[SettingAccess("robot.view", "robot.update")]
public static class RobotSettings
{
    public static readonly Setting<bool?> WebhookEnabled =
        SettingKinds.Switch("robot_webhook_enabled", false, "Whether the robot may send commands and the single hook is served.");

    public static readonly Setting<string> WebhookUrl =
        SettingKinds.Endpoint("robot_webhook_url", "Receiver of order events while robot_webhooks is empty.");

    public static readonly Setting<string> WebhookSecret =
        SettingKinds.Text(
            "robot_webhook_secret", "", "Signs what goes to the single hook and what comes from the robot.", 500, secret: true,
            goesTo: WebhookUrl);

    /// <summary>Holds the hooks' own secrets, hence sealed as a whole.</summary>
    public static readonly Setting<IReadOnlyList<WebhookEndpoint>> Webhooks = SettingKinds.Json<IReadOnlyList<WebhookEndpoint>>(
        "robot_webhooks", "[]", "Receivers of order events.", WebhookEndpointJson.Expected, WebhookEndpointJson.Read, secret: true,
        rule: WebhookEndpointJson.Refuse);

    public static readonly Setting<Money?> MaxAmount = SettingKinds.Amount(
        "robot_max_amount", 0, "Largest order total in yuan that a robot may approve; 0 for no limit.", 100_000_000_000);
}
