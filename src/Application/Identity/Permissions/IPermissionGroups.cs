using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Identity.Permissions;

namespace VpsPanel.Application.Identity.Permissions;

public interface IPermissionGroups : IRepository<PermissionGroup, PermissionGroupId>
{
    Task<PermissionGroup?> FindByName(string name, CancellationToken ct);

    Task<bool> IsUsed(PermissionGroupId id, CancellationToken ct);
}
