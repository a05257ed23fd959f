using System.Text;

namespace VpsPanel.Application.Provisioning;

/// <summary>A host as the upstream is asked for it.</summary>
public sealed record NewHost(
    string Name,
    long LineId,
    string Image,
    HostSizes Sizes,
    DateTimeOffset ExpireAt,
    string SystemPassword,
    string VncPassword)
{
    // The generated text would show the passwords to whatever logs or reports this.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append("Name = ").Append(Name);
        return true;
    }
}

/// <summary>Memory and disk in GB, bandwidth in Mbit/s. What is null stays as it is.</summary>
public sealed record HostSizes(int? Cpu, int? MemoryGb, int? DiskGb, int? BandwidthMbps, int? PortNum)
{
    public static HostSizes Unchanged { get; } = new(null, null, null, null, null);
}

/// <summary>A host as the upstream describes it.</summary>
/// <param name="Name">Null where it does not say.</param>
/// <param name="State">See <see cref="Domain.Hosts.HostStates"/>.</param>
/// <param name="EndDate">Its last day, taken as UTC.</param>
public sealed record HostInfo(
    string Id, string? Name, int State, int Cpu, int MemoryGb, int DiskGb, int BandwidthMbps, AccessInfo Access, DateOnly? EndDate)
{
    public DateTimeOffset? EndsAt =>
        EndDate is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;
}

/// <summary>How one gets at a host. A shared address comes with its port.</summary>
public sealed record AccessInfo(string RemoteIp, string PanelPassword, string VncPassword, string OsPassword)
{
    public static AccessInfo None { get; } = new("", "", "", "");

    /// <summary>What is new where there is something new, what was known otherwise.</summary>
    public AccessInfo Over(AccessInfo known) => new(
        Pick(RemoteIp, known.RemoteIp),
        Pick(PanelPassword, known.PanelPassword),
        Pick(VncPassword, known.VncPassword),
        Pick(OsPassword, known.OsPassword));

    private static string Pick(string first, string second) => first.Length > 0 ? first : second;

    private bool PrintMembers(StringBuilder text)
    {
        text.Append("RemoteIp = ").Append(RemoteIp);
        return true;
    }
}

public sealed record HostEntry(string Id, string Name, string Ip);

public enum PowerMove
{
    Start,
    Shutdown,
    Reboot,
}

public enum CopyKind
{
    Snapshot,
    Backup,
}

public sealed record FirewallRule(string Direction, string Protocol, string Method, string Port, string Ip);

/// <param name="PublicPort">Blank lets the upstream choose.</param>
public sealed record PortMapping(string Name, string PublicPort, int HostPort);

/// <summary>Loads in percent, traffic in bytes per second.</summary>
public sealed record HostLoad(int Cpu, int Memory, long BytesIn, long BytesOut, int Storage);

public sealed record UpstreamArea(long Id, string Name, bool Active);

public sealed record UpstreamLine(long Id, string Name, long AreaId, bool Active);

public sealed record UpstreamProduct(
    long Id, string Name, int Cpu, int MemoryGb, int DiskGb, int BandwidthMbps, int PortNum, long PriceCents);

public sealed record UpstreamImage(long Id, string Name, string Type);
