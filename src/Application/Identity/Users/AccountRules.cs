using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Identity.Users;

/// <summary>What the fields of an account may hold; the lengths are those of the columns.</summary>
internal static class AccountRules
{
    public const int MaxPassword = 128;

    public static IRuleBuilderOptions<T, string?> Username<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(name => !string.IsNullOrWhiteSpace(name)).WithMessage("is required")
            .Must(name => name is null || name.Trim().Length <= 64).WithMessage("must be at most 64 characters")
            .Plain()
            .Must(name => name is null || !name.Contains('@', StringComparison.Ordinal))
            .WithMessage("must not look like an e-mail address");

    public static IRuleBuilderOptions<T, string?> Email<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(email => !string.IsNullOrWhiteSpace(email)).WithMessage("is required")
            .Must(email => email is null || (email.Trim().Length <= 254 && LooksLikeEmail(email.Trim())))
            .WithMessage("must be an e-mail address");

    public static IRuleBuilderOptions<T, string?> NewPassword<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(password => !string.IsNullOrWhiteSpace(password)).WithMessage("is required")
            .MaximumLength(MaxPassword);

    /// <summary>The policy that operators set; shape alone cannot know it.</summary>
    public static async ValueTask<Error?> CheckPassword(this ISettings settings, string password, string field, CancellationToken ct)
    {
        var min = await settings.Number(AccountSettings.PasswordMinLength, ct);
        return password.Length < min
            ? Error.Validation(field, $"{field} must be at least {min} characters", "auth.password_too_short")
            : null;
    }

    private static bool LooksLikeEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == text.LastIndexOf('@') && at < text.Length - 1
            && !text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '<' or '>' or ',' or ';' or '"');
    }
}
