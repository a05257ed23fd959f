using AutoMapper;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog.Queries;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog.Commands;

/// <summary>Changes what the form mentions and keeps the rest.</summary>
public sealed record UpdateRegion(RegionId Id, RegionFields Fields) : ICommand<RegionView>, IAudited
{
    public AuditRecord Audit(object? answer) => CatalogAudit.Of("region", "update", Id.Value, Fields);
}

internal sealed class UpdateRegionHandler(IRegions regions, IMapper maps) : ICommandHandler<UpdateRegion, RegionView>
{
    public async Task<Result<RegionView>> Handle(UpdateRegion request, CancellationToken cancellationToken)
    {
        var region = await regions.FindForUpdate(request.Id, cancellationToken);
        if (region is null)
            return CatalogErrors.RegionNotFound;

        var terms = request.Fields.Over(region);
        if (await regions.FindByCode(terms.Code.Trim(), cancellationToken) is { } other && other != region)
            return CatalogErrors.CodeTaken;

        var changed = region.Change(terms);
        return changed.IsSuccess ? maps.Map<RegionView>(region) : changed.Error;
    }
}
