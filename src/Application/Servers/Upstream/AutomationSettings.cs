using VpsPanel.Application.Platform.Settings;

namespace VpsPanel.Application.Servers.Upstream;

[SettingAccess("automation.view", "automation.update")]
public static class AutomationSettings
{
    public static readonly Setting<string> BaseUrl = SettingKinds.Service(
        "automation_base_url", "Address of the hypervisor panel; /index.php/api/cloud is added to one without a path.");

    public static readonly Setting<string> ApiKey = SettingKinds.Text(
        "automation_api_key", "", "Key that the hypervisor panel asks for.", 500, secret: true, goesTo: BaseUrl);

    public static readonly Setting<bool?> Enabled = SettingKinds.Switch(
        "automation_enabled", true, "Whether the hypervisor panel is called at all.");

    public static readonly Setting<long?> TimeoutSec = SettingKinds.Number(
        "automation_timeout_sec", DefaultTimeoutSec, "Seconds until a call is given up; 0 means 12.", 0, 60);

    public static readonly Setting<long?> Retry = SettingKinds.Number(
        "automation_retry", 0, "Further tries of a call that only reads.", 0, 5);

    public static readonly Setting<bool?> DryRun = SettingKinds.Switch(
        "automation_dry_run", false, "Pretends that every call works; hosts are ready at once and exist nowhere.");

    private const long DefaultTimeoutSec = 12;

    /// <summary>How long one call may take.</summary>
    public static async ValueTask<TimeSpan> CallTimeout(this ISettings settings, CancellationToken ct)
    {
        var seconds = await settings.Number(TimeoutSec, ct);
        return TimeSpan.FromSeconds(seconds > 0 ? seconds : DefaultTimeoutSec);
    }
}
