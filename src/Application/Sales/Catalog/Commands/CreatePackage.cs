using AutoMapper;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog.Queries;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog.Commands;

public sealed record CreatePackage(PackageFields Fields) : ICommand<PackageView>, IAudited
{
    public AuditRecord Audit(object? answer) => CatalogAudit.Of("package", "create", ((PackageView)answer!).Id, Fields);
}

internal sealed class CreatePackageHandler(IPackages packages, IPlanGroups groups, IMapper maps)
    : ICommandHandler<CreatePackage, PackageView>
{
    public async Task<Result<PackageView>> Handle(CreatePackage request, CancellationToken cancellationToken)
    {
        var created = Package.Create(request.Fields.Over(null));
        if (!created.IsSuccess)
            return created.Error;

        var package = created.Value;
        // The lock keeps the plan group from being deleted meanwhile.
        if (await groups.FindForUpdate(package.PlanGroupId, cancellationToken) is null)
            return CatalogErrors.PlanGroupNotFound.In("plan_group_id");

        if (await packages.FindByProduct(package.PlanGroupId, package.ProductId, cancellationToken) is not null)
            return CatalogErrors.ProductTaken;

        await packages.Add(package, cancellationToken);
        return maps.Map<PackageView>(package);
    }
}
