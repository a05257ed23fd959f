using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Upstream;

/// <summary>
/// The hypervisor panel that makes and runs the hosts. Every call may be refused with <c>automation.disabled</c>,
/// <c>automation.failed</c> (it said no), <c>automation.garbage</c> (the reply is not what it should be),
/// <c>automation.timeout</c>, <c>automation.lost_reply</c> or <c>automation.unreachable</c>. Only reads are repeated by themselves.
/// Must not be called while a transaction is open: a call takes seconds. What reveals or changes a machine takes a
/// <see cref="VerifiedMachine"/>; an id alone is enough for <see cref="Look"/> only, which the identity check makes.
/// </summary>
public interface IAutomation
{
    /// <summary>The new VPS's id; null when the reply names none. Makes one more VPS each time it is called.</summary>
    Task<Result<string?>> CreateVps(NewUpstreamVps host, CancellationToken ct);

    /// <summary>Whatever machine has this id now. Only for <see cref="MachineIdentity"/>, which shows it to nobody before it is known.</summary>
    Task<Result<UpstreamVps>> Look(string id, CancellationToken ct);

    /// <summary>A page of 50 of the VPS whose name contains the text, from page 1.</summary>
    Task<Result<IReadOnlyList<UpstreamVpsEntry>>> ListVps(string search, int page, CancellationToken ct);

    Task<Result> Power(VerifiedMachine machine, PowerMove move, CancellationToken ct);

    Task<Result> Lock(VerifiedMachine machine, CancellationToken ct);

    Task<Result> Unlock(VerifiedMachine machine, CancellationToken ct);

    Task<Result> Delete(VerifiedMachine machine, CancellationToken ct);

    /// <summary>Also unlocks the host.</summary>
    Task<Result> Renew(VerifiedMachine machine, DateTimeOffset until, CancellationToken ct);

    Task<Result> Resize(VerifiedMachine machine, UpstreamVpsSize sizes, CancellationToken ct);

    Task<Result> ResetOs(VerifiedMachine machine, long templateId, string password, CancellationToken ct);

    Task<Result> ResetPassword(VerifiedMachine machine, string password, CancellationToken ct);

    /// <summary>The upstream's objects as they are: a JSON array. Likewise for the other lists below.</summary>
    Task<Result<RawJson>> ListSnapshots(VerifiedMachine machine, SnapshotKind kind, CancellationToken ct);

    Task<Result> CreateSnapshot(VerifiedMachine machine, SnapshotKind kind, CancellationToken ct);

    Task<Result> DeleteSnapshot(VerifiedMachine machine, SnapshotKind kind, string copyId, CancellationToken ct);

    Task<Result> RestoreSnapshot(VerifiedMachine machine, SnapshotKind kind, string copyId, CancellationToken ct);

    Task<Result<RawJson>> ListFirewallRules(VerifiedMachine machine, CancellationToken ct);

    Task<Result> AddFirewallRule(VerifiedMachine machine, FirewallRule rule, CancellationToken ct);

    Task<Result> DeleteFirewallRule(VerifiedMachine machine, string ruleId, CancellationToken ct);

    Task<Result<RawJson>> ListPorts(VerifiedMachine machine, CancellationToken ct);

    Task<Result> AddPort(VerifiedMachine machine, PortMapping mapping, CancellationToken ct);

    Task<Result> DeletePort(VerifiedMachine machine, string mappingId, CancellationToken ct);

    /// <summary>Public ports that are free and contain the digits.</summary>
    Task<Result<IReadOnlyList<int>>> FindPorts(VerifiedMachine machine, string digits, CancellationToken ct);

    /// <summary>Where a browser manages the VPS; whoever has the address needs no password.</summary>
    Task<Result<Uri>> PanelAddress(VerifiedMachine machine, string panelPassword, CancellationToken ct);

    /// <summary>Where a browser sees the VPS's screen.</summary>
    Task<Result<Uri>> VncAddress(VerifiedMachine machine, CancellationToken ct);

    Task<Result<UpstreamVpsLoad>> Monitor(VerifiedMachine machine, CancellationToken ct);
}
