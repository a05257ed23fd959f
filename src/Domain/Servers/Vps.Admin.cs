using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Domain.Servers;

/// <content>What admins and the clock do to it.</content>
public sealed partial class Vps
{
    /// <summary>The row of a VPS that was not bought here.</summary>
    /// <param name="item">The purchase that it makes good; null for none.</param>
    public static Vps Record(UserId owner, OrderItemId? item, string name, VpsTerms terms)
    {
        var vps = new Vps { UserId = owner, OrderItemId = item, Name = name };
        vps.Move(VpsMove.Activate, ActorKind.Admin);
        vps.Change(terms);
        return vps;
    }

    public VpsTerms Terms => new(
        RegionId, Region, LineId, PackageId, PackageName, SystemId, Cpu, MemoryGb, DiskGb, BandwidthMbps, PortNum, MonthlyPriceCents,
        Spec, Status, AdminStatus, PanelUrlCache);

    public void Change(VpsTerms terms)
    {
        var judged = AdminStatus;
        (RegionId, Region, LineId, PackageId, PackageName, SystemId, Cpu, MemoryGb, DiskGb, BandwidthMbps, PortNum, MonthlyPriceCents,
            Spec, Status, AdminStatus, PanelUrlCache) = terms;
        if (AdminStatus != judged)
            FollowAdminStatus(Status == VpsStatus.ExpiredLocked);
    }

    public void Rename(string name) => Name = name;

    public void SetState(int state) => AutomationState = state;

    /// <summary>The VPS has these sizes now; what is null stays as it is.</summary>
    public void SetSizes(int? cpu, int? memoryGb, int? diskGb, int? bandwidthMbps) =>
        (Cpu, MemoryGb, DiskGb, BandwidthMbps) =
            (cpu ?? Cpu, memoryGb ?? MemoryGb, diskGb ?? DiskGb, bandwidthMbps ?? BandwidthMbps);

    /// <summary>Whether an admin may have the VPS itself changed: not while it is made, or made anew.</summary>
    public Result Reachable() => Status switch
    {
        _ when AutomationInstanceId is null => VpsErrors.NotReady,
        VpsStatus.Provisioning => VpsErrors.NotReady,
        VpsStatus.Reinstalling or VpsStatus.Rescue or VpsStatus.CrackingPassword => VpsErrors.Busy,
        _ => Result.Success,
    };

    public bool HasExpired(DateTimeOffset now) => ExpireAt <= now;

    /// <summary>Its owner may not use it now, so the upstream must not let them either.</summary>
    public bool IsToBeLocked(DateTimeOffset now) => AdminStatus != VpsAdminStatus.Normal || HasExpired(now);

    /// <summary>Reminds the owner that the time ends, once for each end.</summary>
    /// <param name="from">How long before the end.</param>
    public void Remind(TimeSpan from, DateTimeOffset now)
    {
        if (ExpireAt is not { } end || end - from > now || RemindedOf == end)
            return;

        RemindedOf = end;
        Raise(new VpsExpires(UserId, Name, end));
    }
}
