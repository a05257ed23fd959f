using AutoMapper;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog.Queries;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog.Commands;

public sealed record CreateRegion(RegionFields Fields) : ICommand<RegionView>, IAudited
{
    public AuditRecord Audit(object? answer) => CatalogAudit.Of("region", "create", ((RegionView)answer!).Id, Fields);
}

internal sealed class CreateRegionHandler(IRegions regions, IMapper maps) : ICommandHandler<CreateRegion, RegionView>
{
    public async Task<Result<RegionView>> Handle(CreateRegion request, CancellationToken cancellationToken)
    {
        var created = Region.Create(request.Fields.Over(null));
        if (!created.IsSuccess)
            return created.Error;

        var region = created.Value;
        if (await regions.FindByCode(region.Code, cancellationToken) is not null)
            return CatalogErrors.CodeTaken;

        await regions.Add(region, cancellationToken);
        return maps.Map<RegionView>(region);
    }
}
