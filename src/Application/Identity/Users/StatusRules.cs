using FluentValidation;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Users;

internal static class StatusRules
{
    public static IRuleBuilderOptions<T, string?> UserStatus<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(status => string.IsNullOrWhiteSpace(status) || WireNames.TryParse<UserStatus>(status, out _))
            .WithMessage($"must be one of {string.Join(", ", WireNames.All<UserStatus>())}");
}
