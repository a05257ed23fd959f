using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Permissions;

namespace VpsPanel.Application.Identity.Permissions.Queries;

/// <summary>Modules and their actions, as one list.</summary>
public sealed record ListPermissions : IQuery<Listing<PermissionView>>;

/// <summary>Modules with their actions below them.</summary>
public sealed record GetPermissionTree : IQuery<IReadOnlyList<PermissionView>>;

public sealed record GetPermission(string Code) : IQuery<PermissionView>;

internal sealed class ListPermissionsHandler(IPermissions permissions, IPermissionCodes codes)
    : IQueryHandler<ListPermissions, Listing<PermissionView>>
{
    public async Task<Result<Listing<PermissionView>>> Handle(ListPermissions query, CancellationToken ct) =>
        new Listing<PermissionView>(PermissionList.Of(codes.All, await permissions.List(ct)));
}

internal sealed class GetPermissionTreeHandler(IPermissions permissions, IPermissionCodes codes)
    : IQueryHandler<GetPermissionTree, IReadOnlyList<PermissionView>>
{
    public async Task<Result<IReadOnlyList<PermissionView>>> Handle(GetPermissionTree query, CancellationToken ct) =>
        Result.Of(PermissionList.Tree(PermissionList.Of(codes.All, await permissions.List(ct))));
}

internal sealed class GetPermissionHandler(IPermissions permissions, IPermissionCodes codes) : IQueryHandler<GetPermission, PermissionView>
{
    public async Task<Result<PermissionView>> Handle(GetPermission query, CancellationToken ct) =>
        PermissionList.Of(codes.All, await permissions.List(ct)).FirstOrDefault(view => view.Code == query.Code) is { } found
            ? found
            : PermissionErrors.PermissionNotFound;
}
