using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog.Commands;

/// <summary>Removes all of them or none.</summary>
public sealed record DeleteSystemImages(IReadOnlyList<SystemImageId> Ids) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => CatalogAudit.Deleted("system_image", Ids.Select(id => id.Value));
}

internal sealed class DeleteSystemImagesValidator : AbstractValidator<DeleteSystemImages>
{
    public DeleteSystemImagesValidator() => RuleFor(command => command.Ids).SomeIds();
}

internal sealed class DeleteSystemImagesHandler(ISystemImages images) : ICommandHandler<DeleteSystemImages>
{
    public async Task<Result> Handle(DeleteSystemImages request, CancellationToken cancellationToken)
    {
        foreach (var id in request.Ids.Distinct().OrderBy(id => id.Value))
        {
            if (await images.FindForUpdate(id, cancellationToken) is not { } image)
                return CatalogErrors.SystemImageNotFound;

            image.Withdraw();
            images.Remove(image);
        }

        return Result.Success;
    }
}
