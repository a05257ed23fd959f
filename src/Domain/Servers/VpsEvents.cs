using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Servers;

/// <summary>The time that is paid for ends soon, or has ended.</summary>
[EventName("vps.expires")]
public sealed record VpsExpires(UserId UserId, string Name, DateTimeOffset ExpireAt) : IDomainEvent;

/// <summary>The VPS is gone for good, here and upstream.</summary>
[EventName("vps.destroyed")]
public sealed record VpsDestroyed(UserId UserId, string Name, string Reason) : IDomainEvent;

/// <summary>The upstream's id of the VPS stands for another machine, or for one of which nobody can tell.</summary>
/// <param name="HostName">The name of its own machine; blank when it was never written down.</param>
/// <param name="FoundName">What the upstream calls the machine of this id now; blank when it does not say.</param>
[EventName("vps.identity_lost")]
public sealed record VpsIdentityLost(UserId UserId, string Name, string InstanceId, string HostName, string FoundName) : IDomainEvent;
