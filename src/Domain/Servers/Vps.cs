using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Domain.Servers;

/// <summary>
/// A customer's host. The row exists before the upstream is first asked for it, so that whatever happens out there has a
/// place here.
/// </summary>
[StreamName("vps")]
public sealed partial class Vps : AggregateRoot<VpsId>
{
    public const int MaxName = 128;

    private Vps()
    {
    }

    public UserId UserId { get; private set; }

    /// <summary>The item that bought it; null when an admin made it, or when that order is gone.</summary>
    public OrderItemId? OrderItemId { get; private set; }

    /// <summary>The upstream's id of the VPS; null until there is one.</summary>
    public string? AutomationInstanceId { get; private set; }

    /// <summary>For people.</summary>
    public string Name { get; private set; } = "";

    public long RegionId { get; private set; }

    public string Region { get; private set; } = "";

    public long LineId { get; private set; }

    public long PackageId { get; private set; }

    public string PackageName { get; private set; } = "";

    public long SystemId { get; private set; }

    public int Cpu { get; private set; }

    public int MemoryGb { get; private set; }

    public int DiskGb { get; private set; }

    public int BandwidthMbps { get; private set; }

    public int PortNum { get; private set; }

    public long MonthlyPriceCents { get; private set; }

    public string Spec { get; private set; } = "{}";

    public VpsAdminStatus AdminStatus { get; private set; }

    /// <summary>Address and passwords, sealed.</summary>
    public string? SealedAccess { get; private set; }

    public string PanelUrlCache { get; private set; } = "";

    public DateTimeOffset? LastEmergencyRenewAt { get; private set; }

    /// <summary>The expiry of which its owner was reminded last.</summary>
    public DateTimeOffset? RemindedOf { get; private set; }

    /// <summary>The row of a VPS that was bought and is still to be built.</summary>
    /// <param name="sealedAccess">The passwords that the VPS shall get.</param>
    public static Vps Reserve(UserId owner, OrderItemId item, VpsPurchase plan, string name, string spec, string sealedAccess) => new()
    {
        UserId = owner,
        OrderItemId = item,
        Name = name,
        HostName = name,
        RegionId = plan.RegionId,
        Region = plan.RegionName,
        LineId = plan.LineId,
        PackageId = plan.PackageId,
        PackageName = plan.PackageName,
        SystemId = plan.SystemId,
        Cpu = plan.Cpu,
        MemoryGb = plan.MemoryGb,
        DiskGb = plan.DiskGb,
        BandwidthMbps = plan.BandwidthMbps,
        PortNum = plan.PortNum,
        MonthlyPriceCents = plan.MonthlyPriceCents,
        Spec = spec,
        SealedAccess = sealedAccess,
    };

    public bool IsOwnedBy(UserId user) => UserId == user;

    /// <summary>Why its owner may neither use a VPS nor see what opens it; null when they may.</summary>
    public static Error? Suspension(VpsAdminStatus admin, VpsStatus status, DateTimeOffset? expireAt, DateTimeOffset now)
    {
        if (admin != VpsAdminStatus.Normal || status is VpsStatus.Locked or VpsStatus.ExpiredLocked)
            return VpsErrors.Locked;

        return expireAt <= now ? VpsErrors.Expired : null;
    }

    /// <summary>Whether its owner may use the VPS now.</summary>
    public Result Usable(DateTimeOffset now)
    {
        if (Suspension(AdminStatus, Status, ExpireAt, now) is { } failure)
            return failure;

        return AutomationInstanceId is null ? VpsErrors.NotReady : Result.Success;
    }

    /// <summary>Whether its owner may change the VPS now, which they may not while it is made, or made anew.</summary>
    public Result Changeable(DateTimeOffset now)
    {
        var usable = Usable(now);
        if (!usable.IsSuccess)
            return usable;

        return Status switch
        {
            VpsStatus.Provisioning => VpsErrors.NotReady,
            VpsStatus.Reinstalling or VpsStatus.Rescue or VpsStatus.CrackingPassword => VpsErrors.Busy,
            _ => Result.Success,
        };
    }

    private void Resize(VpsResize to)
    {
        PackageId = to.PackageId;
        PackageName = to.PackageName;
        (Cpu, MemoryGb, DiskGb, BandwidthMbps) = to.To;
        PortNum = to.PortNum;
        MonthlyPriceCents = to.MonthlyPriceCents;
        Spec = VpsSpec.With(
            Spec,
            ("add_cores", to.AddOns.Cores),
            ("add_mem_gb", to.AddOns.MemoryGb),
            ("add_disk_gb", to.AddOns.DiskGb),
            ("add_bw_mbps", to.AddOns.BandwidthMbps));
    }

    public VpsSize Shape => new(Cpu, MemoryGb, DiskGb, BandwidthMbps);

    /// <summary>What the customer added to the package.</summary>
    public AddOns AddOns => new(
        VpsSpec.Number(Spec, "add_cores"),
        VpsSpec.Number(Spec, "add_mem_gb"),
        VpsSpec.Number(Spec, "add_disk_gb"),
        VpsSpec.Number(Spec, "add_bw_mbps"));

    /// <summary>What the upstream says of the host.</summary>
    /// <param name="state">Its number for what the VPS does.</param>
    /// <param name="endDate">Its last day; it knows no time of day, so within that day our own instant stands.</param>
    public void Observe(int state, DateOnly? endDate, DateTimeOffset now)
    {
        See(state, now);
        if (endDate is { } day && (ExpireAt is null || DateOnly.FromDateTime(ExpireAt.Value.UtcDateTime) != day))
            Add(VpsPeriodKind.Upstream, ExpireAt ?? now, new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
    }

    /// <summary>The sizes that the upstream reports, beside those that were bought.</summary>
    public void RecordSizes(int cpu, int memoryGb, int diskGb, int bandwidthMbps) => Spec = VpsSpec.With(
        Spec, ("cpu", cpu), ("memory_gb", memoryGb), ("disk_gb", diskGb), ("bandwidth_mbps", bandwidthMbps));

    public void SetAccess(string sealedAccess) => SealedAccess = sealedAccess;

    public void SetPanelUrl(string url) => PanelUrlCache = url;
}
