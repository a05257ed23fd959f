using FluentValidation;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Create;

/// <summary>A VPS as an admin wants it.</summary>
/// <param name="OrderItemId">The purchase that it makes good; 0 for none.</param>
/// <param name="InstanceId">The upstream's id of a VPS that exists; blank for none.</param>
/// <param name="Os">The upstream's name of an image; blank takes the image that is named by its id.</param>
public sealed record NewVps(
    long UserId,
    string Name,
    long OrderItemId,
    string InstanceId,
    long RegionId,
    string Region,
    long LineId,
    string Os,
    int AutomationState,
    DateTimeOffset? ExpireAt,
    VpsFields Fields)
{
    public static Error NoSuchUser { get; } = Error.Validation("user_id", "user_id is no user", "user.not_found");
}

internal sealed class NewVpsValidator : AbstractValidator<NewVps>
{
    public NewVpsValidator()
    {
        RuleFor(form => form.UserId).GreaterThan(0).WithMessage("is required");
        RuleFor(form => form.Name).Must(name => !string.IsNullOrWhiteSpace(name)).WithMessage("is required");
        RuleFor<string?>(form => form.Name).Text(Vps.MaxName).OverridePropertyName("name");
        RuleFor(form => form.OrderItemId).GreaterThanOrEqualTo(0);
        RuleFor(form => form.RegionId).GreaterThanOrEqualTo(0);
        RuleFor<string?>(form => form.Region).Text(Vps.MaxName).OverridePropertyName("region");
        RuleFor(form => form.LineId).InclusiveBetween(0, int.MaxValue);
        RuleFor<string?>(form => form.Os).Text(Vps.MaxName).OverridePropertyName("os");
        RuleFor(form => form.AutomationState).InclusiveBetween(-1, 1000);
        RuleFor(form => form.ExpireAt).InclusiveBetween(VpsLimits.Earliest, VpsLimits.Latest).WithMessage("invalid expire_at");
        RuleFor(form => form.Fields).SetValidator(new VpsFieldsValidator()).OverridePropertyName("");
    }
}
