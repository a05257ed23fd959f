using System.Collections.Immutable;
using System.Security.Cryptography;

namespace VpsPanel.AutomationSimulator.Hosts;

/// <summary>One virtual machine, as a value: a change is a new copy put back into the pool.</summary>
public sealed record SimulatedHost
{
    public required long Id { get; init; }
    public required string Name { get; init; }
    public required int LineId { get; init; }
    public required string Image { get; init; }
    public required UpstreamVpsSize Sizes { get; init; }
    public required HostState State { get; init; }
    public required string RemoteIp { get; init; }
    public required string OsPassword { get; init; }
    public required string VncPassword { get; init; }
    public required string PanelPassword { get; init; }

    /// <summary>Unguessable part of the addresses of the host's pages.</summary>
    public required string PageToken { get; init; }

    /// <summary>Wall time exactly as the caller sent it: the protocol carries no zone.</summary>
    public required DateTime ExpiresAt { get; init; }

    public PendingState? Pending { get; init; }
    public HostState StateBeforeLock { get; init; } = HostState.Running;
    public ImmutableList<HostCopy> Snapshots { get; init; } = [];
    public ImmutableList<HostCopy> Backups { get; init; } = [];
    public ImmutableList<AclRule> AclRules { get; init; } = [];
    public ImmutableList<PortMapping> PortMappings { get; init; } = [];

    /// <summary>Somebody else's, with a snapshot, a backup, a rule and a port of their own.</summary>
    internal static SimulatedHost OfStranger(long id, string name) => new()
    {
        Id = id,
        Name = name,
        LineId = 1,
        Image = "Ubuntu 22.04",
        Sizes = new UpstreamVpsSize(1, 1, 20, 10, 30),
        State = HostState.Running,
        RemoteIp = $"198.19.{id / 250 % 256}.{1 + (id % 250)}",
        OsPassword = RandomNumberGenerator.GetHexString(16, lowercase: true),
        VncPassword = RandomNumberGenerator.GetHexString(16, lowercase: true),
        PanelPassword = RandomNumberGenerator.GetHexString(16, lowercase: true),
        PageToken = RandomNumberGenerator.GetHexString(32, lowercase: true),
        ExpiresAt = new DateTime(2040, 1, 1),
        Snapshots = [new HostCopy(1, "stranger-snapshot", DateTimeOffset.UnixEpoch)],
        Backups = [new HostCopy(1, "stranger-backup", DateTimeOffset.UnixEpoch)],
        AclRules = [new AclRule(1, "in", "tcp", "accept", "22", "192.0.2.1")],
        PortMappings = [new PortMapping(1, "stranger-port", 20_022, 22)],
    };

    /// <summary>The host at an instant: a boot that was due by then has ended.</summary>
    public SimulatedHost At(DateTimeOffset now) => Pending is { } pending && pending.At <= now ? Settled(pending.State) : this;

    public SimulatedHost Settled(HostState state) => this with { State = state, Pending = null };

    public SimulatedHost Locked() => State == HostState.Locked ? this : Settled(HostState.Locked) with
    {
        StateBeforeLock = State == HostState.Stopped ? HostState.Stopped : HostState.Running,
    };

    public SimulatedHost Unlocked() => State == HostState.Locked ? Settled(StateBeforeLock) : this;
}

public sealed record PendingState(HostState State, DateTimeOffset At);

/// <summary>Memory and disk in GB, bandwidth in Mbit/s, ports that may be mapped (0: no bound).</summary>
public sealed record UpstreamVpsSize(int Cpu, int Memory, int Disk, int Bandwidth, int Ports, int Snapshots = 0, int Backups = 0);

/// <summary>A snapshot or a backup.</summary>
public sealed record HostCopy(long Id, string Name, DateTimeOffset CreatedAt);

public sealed record AclRule(long Id, string Direction, string Protocol, string Method, string Port, string Ip);

public sealed record PortMapping(long Id, string Name, int PublicPort, int HostPort);
