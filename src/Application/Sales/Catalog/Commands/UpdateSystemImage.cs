using AutoMapper;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog.Queries;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog.Commands;

/// <summary>Changes what the form mentions and keeps the rest.</summary>
public sealed record UpdateSystemImage(SystemImageId Id, SystemImageFields Fields) : ICommand<SystemImageView>, IAudited
{
    public AuditRecord Audit(object? answer) => CatalogAudit.Of("system_image", "update", Id.Value, Fields);
}

internal sealed class UpdateSystemImageHandler(ISystemImages images, IMapper maps) : ICommandHandler<UpdateSystemImage, SystemImageView>
{
    public async Task<Result<SystemImageView>> Handle(UpdateSystemImage request, CancellationToken cancellationToken)
    {
        var image = await images.FindForUpdate(request.Id, cancellationToken);
        if (image is null)
            return CatalogErrors.SystemImageNotFound;

        var terms = request.Fields.Over(image);
        if (!terms.IsSuccess)
            return terms.Error;

        if (await images.FindByImage(terms.Value.ImageId, cancellationToken) is { } other && other != image)
            return CatalogErrors.ImageTaken;

        var changed = image.Change(terms.Value);
        return changed.IsSuccess ? maps.Map<SystemImageView>(image) : changed.Error;
    }
}
