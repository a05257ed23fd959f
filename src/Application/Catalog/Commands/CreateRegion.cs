using AutoMapper;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Catalog.Queries;
using VpsPanel.Domain.Catalog;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Catalog.Commands;

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
