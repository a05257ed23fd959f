using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog.Sync;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Upstream;

/// <summary>
/// The hypervisor panel that makes and runs the hosts. Every call may be refused with <c>automation.disabled</c>,
/// <c>automation.failed</c> (it said no), <c>automation.garbage</c> (the reply is not what it should be),
/// <c>automation.timeout</c>, <c>automation.lost_reply</c> or <c>automation.unreachable</c>. Only reads are repeated by themselves.
/// Must not be called while a transaction is open: a call takes seconds.
/// </summary>
public interface IAutomation
{
    /// <summary>The new VPS's id; null when the reply names none. Makes one more VPS each time it is called.</summary>
    Task<Result<string?>> CreateVps(NewUpstreamVps host, CancellationToken ct);

    Task<Result<UpstreamVps>> GetVps(string hostId, CancellationToken ct);

    /// <summary>A page of 50 of the VPS whose name contains the text, from page 1.</summary>
    Task<Result<IReadOnlyList<UpstreamVpsEntry>>> ListVps(string search, int page, CancellationToken ct);

    Task<Result> Power(string hostId, PowerMove move, CancellationToken ct);

    Task<Result> Lock(string hostId, CancellationToken ct);

    Task<Result> Unlock(string hostId, CancellationToken ct);

    Task<Result> Delete(string hostId, CancellationToken ct);

    /// <summary>Also unlocks the host.</summary>
    Task<Result> Renew(string hostId, DateTimeOffset until, CancellationToken ct);

    Task<Result> Resize(string hostId, UpstreamVpsSize sizes, CancellationToken ct);

    Task<Result> ResetOs(string hostId, long templateId, string password, CancellationToken ct);

    Task<Result> ResetPassword(string hostId, string password, CancellationToken ct);

    /// <summary>The upstream's objects as they are: a JSON array. Likewise for the other lists below.</summary>
    Task<Result<RawJson>> ListSnapshots(string hostId, SnapshotKind kind, CancellationToken ct);

    Task<Result> CreateSnapshot(string hostId, SnapshotKind kind, CancellationToken ct);

    Task<Result> DeleteSnapshot(string hostId, SnapshotKind kind, string copyId, CancellationToken ct);

    Task<Result> RestoreSnapshot(string hostId, SnapshotKind kind, string copyId, CancellationToken ct);

    Task<Result<RawJson>> ListFirewallRules(string hostId, CancellationToken ct);

    Task<Result> AddFirewallRule(string hostId, FirewallRule rule, CancellationToken ct);

    Task<Result> DeleteFirewallRule(string hostId, string ruleId, CancellationToken ct);

    Task<Result<RawJson>> ListPorts(string hostId, CancellationToken ct);

    Task<Result> AddPort(string hostId, PortMapping mapping, CancellationToken ct);

    Task<Result> DeletePort(string hostId, string mappingId, CancellationToken ct);

    /// <summary>Public ports that are free and contain the digits.</summary>
    Task<Result<IReadOnlyList<int>>> FindPorts(string hostId, string digits, CancellationToken ct);

    /// <summary>Where a browser manages the VPS; whoever has the address needs no password.</summary>
    Task<Result<Uri>> PanelAddress(string hostName, string panelPassword, CancellationToken ct);

    /// <summary>Where a browser sees the VPS's screen.</summary>
    Task<Result<Uri>> VncAddress(string hostId, CancellationToken ct);

    Task<Result<UpstreamVpsLoad>> Monitor(string hostId, CancellationToken ct);

    Task<Result<IReadOnlyList<UpstreamArea>>> Areas(CancellationToken ct);

    Task<Result<IReadOnlyList<UpstreamLine>>> Lines(CancellationToken ct);

    Task<Result<IReadOnlyList<UpstreamProduct>>> Products(long lineId, CancellationToken ct);

    Task<Result<IReadOnlyList<UpstreamImage>>> Images(long lineId, CancellationToken ct);
}
