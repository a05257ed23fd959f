using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Accounts;

/// <summary>A field by which the person is known changed, so whatever was verified about it is verified no longer.</summary>
/// <param name="Fields">Among <c>username</c>, <c>email</c> and <c>phone</c>.</param>
public sealed record UserIdentityChanged(UserId UserId, IReadOnlyList<string> Fields) : IDomainEvent;

/// <summary>Status, password or permission group changed: what is remembered of the person's rights is out of date.</summary>
public sealed record UserAccessChanged(UserId UserId) : IDomainEvent;

public sealed record SessionRevoked(UserId UserId) : IDomainEvent;

/// <summary>The first administrator has come in.</summary>
public sealed record SetupCompleted : IDomainEvent;

public sealed record PermissionGroupChanged : IDomainEvent;

public sealed record ApiKeyChanged : IDomainEvent;

/// <param name="SealedToken">The token for the mail, encrypted: it must not lie readable in a queue.</param>
public sealed record PasswordResetRequested(UserId UserId, string SealedToken) : IDomainEvent;
