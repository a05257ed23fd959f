using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog.Commands;

/// <summary>Removes all of them or none.</summary>
public sealed record DeletePackages(IReadOnlyList<PackageId> Ids) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => CatalogAudit.Deleted("package", Ids.Select(id => id.Value));
}

internal sealed class DeletePackagesValidator : AbstractValidator<DeletePackages>
{
    public DeletePackagesValidator() => RuleFor(command => command.Ids).SomeIds();
}

internal sealed class DeletePackagesHandler(IPackages packages) : ICommandHandler<DeletePackages>
{
    public async Task<Result> Handle(DeletePackages request, CancellationToken cancellationToken)
    {
        foreach (var id in request.Ids.Distinct().OrderBy(id => id.Value))
        {
            if (await packages.FindForUpdate(id, cancellationToken) is not { } package)
                return CatalogErrors.PackageNotFound;

            package.Withdraw();
            packages.Remove(package);
        }

        return Result.Success;
    }
}
