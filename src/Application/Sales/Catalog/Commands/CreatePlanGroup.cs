using AutoMapper;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog.Queries;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog.Commands;

public sealed record CreatePlanGroup(PlanGroupFields Fields) : ICommand<PlanGroupView>, IAudited
{
    public AuditRecord Audit(object? answer) => CatalogAudit.Of("plan_group", "create", ((PlanGroupView)answer!).Id, Fields);
}

internal sealed class CreatePlanGroupHandler(IPlanGroups groups, IRegions regions, IMapper maps)
    : ICommandHandler<CreatePlanGroup, PlanGroupView>
{
    public async Task<Result<PlanGroupView>> Handle(CreatePlanGroup request, CancellationToken cancellationToken)
    {
        var created = PlanGroup.Create(request.Fields.Over(null));
        if (!created.IsSuccess)
            return created.Error;

        var group = created.Value;
        // The lock keeps the region from being deleted meanwhile.
        if (await regions.FindForUpdate(group.RegionId, cancellationToken) is null)
            return CatalogErrors.RegionNotFound.In("region_id");

        if (await groups.FindByLine(group.LineId, cancellationToken) is not null)
            return CatalogErrors.LineTaken;

        await groups.Add(group, cancellationToken);
        return maps.Map<PlanGroupView>(group);
    }
}
