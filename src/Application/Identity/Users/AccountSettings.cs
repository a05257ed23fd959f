using VpsPanel.Application.Platform.Settings;

namespace VpsPanel.Application.Identity.Users;

public static class AccountSettings
{
    public static readonly Setting<bool?> RegisterEnabled = SettingKinds.Switch(
        "auth_register_enabled", true, "Whether strangers can register.");

    public static readonly Setting<long?> PasswordMinLength = SettingKinds.Number(
        "auth_password_min_length", 6, "Shortest password, in characters.", 6, 64);

    public static readonly Setting<bool?> LoginLimitEnabled = SettingKinds.Switch(
        "auth_login_rate_limit_enabled", true, "Whether failed sign-ins are limited.");

    public static readonly Setting<long?> FreshSessionMinutes = SettingKinds.Number(
        "fresh_session_minutes", 10, "Minutes after signing in or confirming the password in which credentials can be changed.", 1, 1440);

    public static readonly Setting<long?> LoginLimitAttempts = SettingKinds.Number(
        "auth_login_rate_limit_max_attempts", 5,
        "Failed sign-ins of one account from one address within the window before it has to wait.", 1, 1000);

    public static readonly Setting<long?> LoginLimitWindow = SettingKinds.Number(
        "auth_login_rate_limit_window_sec", 300, "Seconds over which failed sign-ins are counted.", 10, 86_400);
}
