using System.Text;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Upstream;

/// <summary>Memory and disk in GB, bandwidth in Mbit/s. What is null stays as it is.</summary>
public sealed record UpstreamVpsSize(int? Cpu, int? MemoryGb, int? DiskGb, int? BandwidthMbps, int? PortNum)
{
    public static UpstreamVpsSize Unchanged { get; } = new(null, null, null, null, null);
}

/// <summary>A VPS as the upstream describes it.</summary>
/// <param name="Name">Null where it does not say.</param>
/// <param name="State">See <see cref="Domain.Hosts.UpstreamVpsStates"/>.</param>
/// <param name="EndDate">Its last day, taken as UTC.</param>
public sealed record UpstreamVps(
    string Id, string? Name, int State, int Cpu, int MemoryGb, int DiskGb, int BandwidthMbps, AccessInfo Access, DateOnly? EndDate)
{
    /// <summary>The provider's own mark of the machine, which no other machine ever has; null where it has none.</summary>
    public string? Uuid { get; init; }

    /// <summary>A dry run answered in the upstream's place: there is no machine that could be another one.</summary>
    public bool IsDryRun { get; init; }

    public DateTimeOffset? EndsAt =>
        EndDate is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;
}

public sealed record UpstreamVpsEntry(string Id, string Name, string Ip);

/// <summary>Loads in percent, traffic in bytes per second.</summary>
public sealed record UpstreamVpsLoad(int Cpu, int Memory, long BytesIn, long BytesOut, int Storage);
