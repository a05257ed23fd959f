using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Sales.Catalog.Queries;

/// <param name="LineId">0 for all lines.</param>
/// <param name="PlanGroupId">0 for all plan groups; otherwise what its line offers.</param>
/// <param name="Everything">Also disabled images and those of groups that are not on sale, for admins.</param>
public sealed record ListSystemImages(long LineId, long PlanGroupId, bool Everything) : IQuery<Listing<SystemImageView>>;

/// <param name="Type"><c>linux</c>, <c>windows</c> or empty.</param>
public sealed record SystemImageView(long Id, long ImageId, string Name, string Type, bool Enabled);

internal sealed class ListSystemImagesHandler(IReadDb db) : IQueryHandler<ListSystemImages, Listing<SystemImageView>>
{
    internal static readonly Sql<Args, SystemImageView> Matching = new(
        """
        select i.id, i.image_id, i.name, coalesce(i.type, '') as type, i.enabled
        from system_images i
        where (@Everything = @Yes or i.enabled = @Yes)
          and (@LineId = 0 or exists (
              select 1 from line_system_images l where l.system_image_id = i.id and l.line_id = @LineId))
          and (@PlanGroupId = 0 or exists (
              select 1 from line_system_images l
              join plan_groups g on g.line_id = l.line_id
              where l.system_image_id = i.id and g.id = @PlanGroupId
                and (@Everything = @Yes or (g.active = @Yes and g.visible = @Yes))))
        order by i.id desc
        """);

    public async Task<Result<Listing<SystemImageView>>> Handle(ListSystemImages request, CancellationToken cancellationToken) =>
        new Listing<SystemImageView>(await db.List(
            Matching, new Args(request.LineId, request.PlanGroupId, request.Everything, true), cancellationToken));

    internal sealed record Args(long LineId, long PlanGroupId, bool Everything, bool Yes);
}
