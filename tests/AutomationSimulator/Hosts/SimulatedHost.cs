using System.Collections.Immutable;

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
