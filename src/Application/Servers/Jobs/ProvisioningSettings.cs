using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Servers.Upstream;

namespace VpsPanel.Application.Servers.Jobs;

public static class ProvisioningSettings
{
    public static readonly Setting<long?> MaxJobs = SettingKinds.Number(
        "provision_watchdog_max_jobs", 8, "Open jobs that one run of the watchdog follows up.", 1, 200);

    public static readonly Setting<long?> MaxMinutes = SettingKinds.Number(
        "provision_watchdog_max_minutes", DefaultMaxMinutes, "Minutes until a host that is not ready is given up; 0 means 20.", 0, 1440);

    private const long DefaultMaxMinutes = 20;

    public static async ValueTask<TimeSpan> GiveUpAfter(this ISettings settings, CancellationToken ct)
    {
        var minutes = await settings.Number(MaxMinutes, ct);
        return TimeSpan.FromMinutes(minutes > 0 ? minutes : DefaultMaxMinutes);
    }

    /// <summary>
    /// How long a claim lasts: longer than all calls of one try together, so that nobody else starts on a job while a call for
    /// it can still be under way.
    /// </summary>
    public static async ValueTask<TimeSpan> ClaimLength(this ISettings settings, CancellationToken ct)
    {
        const int Reads = 8;
        const int Changes = 2;
        var repeats = 1 + await settings.Number(AutomationSettings.Retry, ct);
        return ((await settings.CallTimeout(ct) + TimeSpan.FromSeconds(1)) * ((Reads * repeats) + Changes)) + TimeSpan.FromSeconds(5);
    }

    /// <summary>How long a VPS may still appear after the call that asked for it was given up.</summary>
    public static async ValueTask<TimeSpan> Quarantine(this ISettings settings, CancellationToken ct) => await settings.CallTimeout(ct) * 5;
}
