using AutoMapper;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog.Queries;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog.Commands;

public sealed record CreateSystemImage(SystemImageFields Fields) : ICommand<SystemImageView>, IAudited
{
    public AuditRecord Audit(object? answer) => CatalogAudit.Of("system_image", "create", ((SystemImageView)answer!).Id, Fields);
}

internal sealed class CreateSystemImageHandler(ISystemImages images, IMapper maps) : ICommandHandler<CreateSystemImage, SystemImageView>
{
    public async Task<Result<SystemImageView>> Handle(CreateSystemImage request, CancellationToken cancellationToken)
    {
        var terms = request.Fields.Over(null);
        if (!terms.IsSuccess)
            return terms.Error;

        var created = SystemImage.Create(terms.Value);
        if (!created.IsSuccess)
            return created.Error;

        var image = created.Value;
        if (await images.FindByImage(image.ImageId, cancellationToken) is not null)
            return CatalogErrors.ImageTaken;

        await images.Add(image, cancellationToken);
        return maps.Map<SystemImageView>(image);
    }
}
