using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Identity.Users;

public static class AccountErrors
{
    /// <summary>One answer for every failed sign-in, so that accounts cannot be probed.</summary>
    public static Error InvalidCredentials { get; } = Error.Unauthorized("auth.invalid_credentials", "invalid credentials");

    public static Error InvalidRefreshToken { get; } = Error.Unauthorized("auth.invalid_refresh_token", "invalid refresh token");

    public static Error CaptchaFailed { get; } = new(ErrorKind.Validation, "captcha.failed", "captcha failed");

    public static Error RegistrationClosed { get; } = Error.Forbidden("auth.registration_closed", "registration is closed");

    public static Error UserNotFound { get; } = Error.NotFound("user.not_found", "user not found");

    public static Error Duplicate { get; } = Error.Conflict("user.duplicate", "conflict");

    public static Error AdminNotEditable { get; } = Error.Forbidden("user.admin_not_editable", "admin user not editable");

    public static Error UserDisabled { get; } = Error.Conflict("user.disabled", "user disabled");

    public static Error AdminNotFound { get; } = Error.NotFound("admin.not_found");

    public static Error NotOneself { get; } = Error.Conflict("admin.oneself", "not possible on one's own account");

    public static Error PrimaryAdmin { get; } = Error.Conflict("admin.primary", "the primary admin stays as it is");

    /// <summary>Nobody hands out, or overrules, rights that they lack.</summary>
    public static Error AboveOwnRights { get; } = Error.Forbidden("auth.above_own_rights", "permission denied");

    /// <summary>The session is good, but not fresh enough for this.</summary>
    public static Error Reauthenticate { get; } = Error.Forbidden("auth.reauthenticate", "confirm your password first");

    public static Error SessionNotFound { get; } = Error.NotFound("session.not_found");

    public static Error GroupNotFound { get; } = Error.NotFound("permission_group.not_found");

    public static Error GroupDuplicate { get; } = Error.Conflict("permission_group.duplicate", "conflict");

    public static Error GroupInUse { get; } = Error.Conflict("permission_group.in_use", "the group is in use");

    public static Error PermissionNotFound { get; } = Error.NotFound("permission.not_found");

    public static Error ApiKeyNotFound { get; } = Error.NotFound("api_key.not_found");

    public static Error ResetTokenUnknown { get; } = new(ErrorKind.Validation, "password_reset.not_found", "not found");

    public static Error ResetTokenUsed { get; } = new(ErrorKind.Validation, "password_reset.used", "token already used");

    public static Error ResetTokenExpired { get; } = new(ErrorKind.Validation, "password_reset.expired", "token expired");

    public static Error AlreadyInstalled { get; } = Error.Conflict("install.done", "already installed");

    public static Error InvalidSetupCode { get; } = Error.Forbidden("install.invalid_code", "invalid set-up code");

    public static Error TooManyAttempts(TimeSpan wait) =>
        new(ErrorKind.RateLimited, "auth.too_many_attempts", "too many requests") { RetryAfter = wait };
}
