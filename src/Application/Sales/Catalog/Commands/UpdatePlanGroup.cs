using AutoMapper;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog.Queries;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog.Commands;

/// <summary>Changes what the form mentions and keeps the rest.</summary>
public sealed record UpdatePlanGroup(PlanGroupId Id, PlanGroupFields Fields) : ICommand<PlanGroupView>, IAudited
{
    public AuditRecord Audit(object? answer) => CatalogAudit.Of("plan_group", "update", Id.Value, Fields);
}

internal sealed class UpdatePlanGroupHandler(IPlanGroups groups, IRegions regions, IMapper maps)
    : ICommandHandler<UpdatePlanGroup, PlanGroupView>
{
    public async Task<Result<PlanGroupView>> Handle(UpdatePlanGroup request, CancellationToken cancellationToken)
    {
        // Region before plan group, and the lock keeps the region from being deleted meanwhile.
        if (request.Fields.RegionId is { } region && await regions.FindForUpdate(new RegionId(region), cancellationToken) is null)
            return CatalogErrors.RegionNotFound.In("region_id");

        var group = await groups.FindForUpdate(request.Id, cancellationToken);
        if (group is null)
            return CatalogErrors.PlanGroupNotFound;

        var terms = request.Fields.Over(group);
        if (await groups.FindByLine(terms.LineId, cancellationToken) is { } other && other != group)
            return CatalogErrors.LineTaken;

        var changed = group.Change(terms);
        return changed.IsSuccess ? maps.Map<PlanGroupView>(group) : changed.Error;
    }
}
