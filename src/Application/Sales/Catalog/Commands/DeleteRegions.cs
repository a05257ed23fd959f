using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog.Commands;

/// <summary>Removes all of them or none. One that has plan groups stays.</summary>
public sealed record DeleteRegions(IReadOnlyList<RegionId> Ids) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => CatalogAudit.Deleted("region", Ids.Select(id => id.Value));
}

internal sealed class DeleteRegionsValidator : AbstractValidator<DeleteRegions>
{
    public DeleteRegionsValidator() => RuleFor(command => command.Ids).SomeIds();
}

internal sealed class DeleteRegionsHandler(IRegions regions, IPlanGroups groups) : ICommandHandler<DeleteRegions>
{
    public async Task<Result> Handle(DeleteRegions request, CancellationToken cancellationToken)
    {
        foreach (var id in request.Ids.Distinct().OrderBy(id => id.Value))
        {
            if (await regions.FindForUpdate(id, cancellationToken) is not { } region)
                return CatalogErrors.RegionNotFound;

            if (await groups.HasAnyIn(id, cancellationToken))
                return CatalogErrors.RegionInUse;

            region.Withdraw();
            regions.Remove(region);
        }

        return Result.Success;
    }
}
