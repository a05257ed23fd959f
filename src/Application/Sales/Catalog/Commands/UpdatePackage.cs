using AutoMapper;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog.Queries;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog.Commands;

/// <summary>Changes what the form mentions and keeps the rest.</summary>
public sealed record UpdatePackage(PackageId Id, PackageFields Fields) : ICommand<PackageView>, IAudited
{
    public AuditRecord Audit(object? answer) => CatalogAudit.Of("package", "update", Id.Value, Fields);
}

internal sealed class UpdatePackageHandler(IPackages packages, IPlanGroups groups, IMapper maps)
    : ICommandHandler<UpdatePackage, PackageView>
{
    public async Task<Result<PackageView>> Handle(UpdatePackage request, CancellationToken cancellationToken)
    {
        // Plan group before package, as buyers lock them, and the lock keeps the plan group from being deleted meanwhile.
        if (request.Fields.PlanGroupId is { } group && await groups.FindForUpdate(new PlanGroupId(group), cancellationToken) is null)
            return CatalogErrors.PlanGroupNotFound.In("plan_group_id");

        var package = await packages.FindForUpdate(request.Id, cancellationToken);
        if (package is null)
            return CatalogErrors.PackageNotFound;

        var terms = request.Fields.Over(package);
        if (await packages.FindByProduct(terms.PlanGroupId, terms.ProductId, cancellationToken) is { } other && other != package)
            return CatalogErrors.ProductTaken;

        var changed = package.Change(terms);
        return changed.IsSuccess ? maps.Map<PackageView>(package) : changed.Error;
    }
}
