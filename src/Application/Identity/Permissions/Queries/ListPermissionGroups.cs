using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Identity.Permissions.Queries;

public sealed record ListPermissionGroups : IQuery<Listing<GroupView>>;

internal sealed class ListPermissionGroupsHandler(IReadDb db) : IQueryHandler<ListPermissionGroups, Listing<GroupView>>
{
    private static readonly Sql<NoArgs, Row> All = new(
        "select g.id, g.name, g.description, g.grants, g.created_at, g.updated_at from permission_groups g order by g.id");

    public async Task<Result<Listing<GroupView>>> Handle(ListPermissionGroups query, CancellationToken ct)
    {
        var rows = await db.List(All, NoArgs.Value, ct);
        return new Listing<GroupView>([.. rows.Select(row =>
            GroupView.Of(row.Id, row.Name, row.Description, row.Grants, row.CreatedAt, row.UpdatedAt))]);
    }

    internal sealed record Row(long Id, string Name, string Description, string Grants, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);
}
