using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Identity.Permissions;

[EventName("permission_group.changed")]
public sealed record PermissionGroupChanged : IDomainEvent;
