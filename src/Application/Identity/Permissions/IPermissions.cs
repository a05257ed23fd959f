using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Identity.Permissions;

namespace VpsPanel.Application.Identity.Permissions;

public interface IPermissions : IRepository<Permission, PermissionId>
{
    Task<Permission?> FindByCode(string code, CancellationToken ct);

    Task<IReadOnlyList<Permission>> List(CancellationToken ct);

    /// <summary>Stores those whose code is not stored yet, in one statement.</summary>
    Task AddMissing(IReadOnlyList<Permission> permissions, CancellationToken ct);
}
