using MediatR;
using VpsPanel.Application.Identity.Permissions;
using VpsPanel.Application.Identity.Permissions.Commands;
using VpsPanel.Application.Identity.Permissions.Queries;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Identity.Permissions;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class PermissionEndpoints
{
    public static void MapPermissions(this RouteGroupBuilder admin)
    {
        admin.MapGet("/permission-groups", ListGroups).AnyAdmin("permission_group.list")
            .WithName("listPermissionGroups").WithSummary("List permission groups");
        admin.MapPost("/permission-groups", CreateGroup).Needs("permission_group.create")
            .WithName("createPermissionGroup").WithSummary("Create a permission group");
        admin.MapPatch("/permission-groups/{id:long}", ChangeGroup).Needs("permission_group.update")
            .WithName("updatePermissionGroup").WithSummary("Change a permission group");
        admin.MapDelete("/permission-groups/{id:long}", DeleteGroup).Needs("permission_group.delete")
            .WithName("deletePermissionGroup").WithSummary("Delete a permission group");
        admin.MapGet("/permissions", Tree).AnyAdmin("permission.tree")
            .WithName("getPermissionTree").WithSummary("Show all permissions as a tree");
        admin.MapGet("/permissions/list", List).AnyAdmin("permission.list")
            .WithName("listPermissions").WithSummary("List all permissions");
        admin.MapPost("/permissions/sync", Sync).Needs("permission.sync")
            .WithName("syncPermissions").WithSummary("Add permissions of new routes to the list");
        admin.MapGet("/permissions/{code}", Get).Needs("permission.view")
            .WithName("getPermission").WithSummary("Show a permission");
        admin.MapPatch("/permissions/{code}", Describe).Needs("permission.update")
            .WithName("updatePermission").WithSummary("Name and group a permission");
    }

    private static async Task<ApiResult<Listing<GroupView>>> ListGroups(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListPermissionGroups(), ct);

    private static async Task<ApiResult<GroupView>> CreateGroup(GroupBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new SavePermissionGroup(null, body.Name, body.Description, body.Permissions), ct);

    private static async Task<ApiResult> ChangeGroup(long id, GroupBody body, IMediator mediator, CancellationToken ct)
    {
        var saved = await mediator.Send(
            new SavePermissionGroup(new PermissionGroupId(id), body.Name, body.Description, body.Permissions), ct);
        return saved.Done();
    }

    private static async Task<ApiResult> DeleteGroup(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new DeletePermissionGroup(new PermissionGroupId(id)), ct);

    private static async Task<ApiResult<IReadOnlyList<PermissionView>>> Tree(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetPermissionTree(), ct);

    private static async Task<ApiResult<Listing<PermissionView>>> List(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListPermissions(), ct);

    private static async Task<ApiResult<SyncedPermissions>> Sync(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new SyncPermissions(), ct);

    private static async Task<ApiResult<PermissionView>> Get(string code, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetPermission(code), ct);

    private static async Task<ApiResult<PermissionView>> Describe(
        string code, PermissionBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new DescribePermission(code, body.Name, body.FriendlyName, body.Category, body.ParentCode, body.SortOrder), ct);
}

internal sealed record GroupBody(string? Name, string? Description, IReadOnlyList<string>? Permissions);

internal sealed record PermissionBody(string? Name, string? FriendlyName, string? Category, string? ParentCode, int? SortOrder);
