using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Servers;

/// <summary>When an owner may extend a VPS for nothing, so that it does not die while they find the money. Pure.</summary>
/// <param name="Window">Time before the expiry in which that is possible; nothing for any time.</param>
/// <param name="Days">What it adds.</param>
/// <param name="Interval">Least time between two of them.</param>
public sealed record EmergencyRenewal(bool Enabled, TimeSpan Window, int Days, TimeSpan Interval)
{
    public Result Allows(DateTimeOffset? expireAt, DateTimeOffset? lastAt, DateTimeOffset now)
    {
        if (!Enabled)
            return VpsErrors.EmergencyRenewDisabled;

        if (expireAt is not { } end || end <= now || (Window > TimeSpan.Zero && now < end - Window))
            return VpsErrors.NotInEmergency;

        return lastAt is { } last && now < last + Interval ? VpsErrors.EmergencyRenewedBefore : Result.Success;
    }
}
