using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Identity.Users;

/// <summary>A field by which the person is known changed, so whatever was verified about it is verified no longer.</summary>
/// <param name="Fields">Among <c>username</c>, <c>email</c> and <c>phone</c>.</param>
[EventName("user.identity_changed")]
public sealed record UserIdentityChanged(UserId UserId, IReadOnlyList<string> Fields) : IDomainEvent;

/// <summary>Status, password or permission group changed: what is remembered of the person's rights is out of date.</summary>
[EventName("user.access_changed")]
public sealed record UserAccessChanged(UserId UserId) : IDomainEvent;

/// <param name="ProtectedToken">The token for the mail, encrypted: it must not lie readable in a queue.</param>
[EventName("password_reset.requested")]
public sealed record PasswordResetRequested(UserId UserId, string ProtectedToken) : IDomainEvent;
