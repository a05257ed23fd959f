using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Servers;

/// <summary>The time that is paid for ends soon, or has ended.</summary>
[EventName("vps.expires")]
public sealed record VpsExpires(UserId UserId, string Name, DateTimeOffset ExpireAt) : IDomainEvent;

/// <summary>The VPS is gone for good, here and upstream.</summary>
[EventName("vps.destroyed")]
public sealed record VpsDestroyed(UserId UserId, string Name, string Reason) : IDomainEvent;
