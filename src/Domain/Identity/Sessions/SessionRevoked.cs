using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Identity.Sessions;

[EventName("session.revoked")]
public sealed record SessionRevoked(UserId UserId) : IDomainEvent;
