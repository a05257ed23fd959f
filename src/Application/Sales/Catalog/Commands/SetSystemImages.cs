using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog.Commands;

/// <summary>Makes these the images that the plan group's line offers.</summary>
public sealed record SetSystemImages(PlanGroupId Id, IReadOnlyList<SystemImageId>? ImageIds) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) =>
        CatalogAudit.Of("plan_group", "set_system_images", Id.Value, new { image_ids = ImageIds!.Select(image => image.Value) });
}

internal sealed class SetSystemImagesValidator : AbstractValidator<SetSystemImages>
{
    private const int MaxImages = 500;

    public SetSystemImagesValidator() => RuleFor(command => command.ImageIds)
        .NotNull().WithMessage("image_ids required")
        .Must(ids => ids is null || ids.Count <= MaxImages).WithMessage($"at most {MaxImages} images");
}

internal sealed class SetSystemImagesHandler(IPlanGroups groups, ISystemImages images) : ICommandHandler<SetSystemImages>
{
    public async Task<Result> Handle(SetSystemImages request, CancellationToken cancellationToken)
    {
        // The group's lock puts parallel calls in a row, so that their lists never mix.
        if (await groups.FindForUpdate(request.Id, cancellationToken) is not { } group)
            return CatalogErrors.PlanGroupNotFound;

        if (group.LineId == 0)
            return CatalogErrors.NoLine;

        foreach (var image in await images.ListOnLine(group.LineId, cancellationToken))
        {
            if (!request.ImageIds!.Contains(image.Id))
                image.WithdrawFrom(group.LineId);
        }

        foreach (var id in request.ImageIds!.Distinct())
        {
            if (await images.Find(id, cancellationToken) is not { } image)
                return CatalogErrors.SystemImageNotFound.In("image_ids");

            image.OfferOn(group.LineId);
        }

        return Result.Success;
    }
}
