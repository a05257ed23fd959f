using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Identity.Permissions;

namespace VpsPanel.Application.Engagement.Mail;

[SettingAccess("smtp.view", PermissionGroup.Credentials)]
public static class SmtpSettings
{
    public static readonly Setting<string> Host = SettingKinds.Text("smtp_host", "", "Name or address of the mail server.", 255);

    public static readonly Setting<long?> Port =
        SettingKinds.Number("smtp_port", 0, "Port of the mail server, usually 587 or 25; 0 while there is none.", 0, 65535);

    public static readonly Setting<string> Security = SettingKinds.Word(
        "smtp_security", "auto",
        "Encryption towards the mail server: auto (TLS from the first byte on port 465, else STARTTLS, which a login and a mail with a secret insist on), "
        + "implicit, starttls (never without), or none (a server on this machine without login only).",
        "auto", "implicit", "starttls", "none");

    public static readonly Setting<string> User = SettingKinds.Text(
        "smtp_user", "", "Login at the mail server; empty for none. It is never sent unencrypted.", 255);

    public static readonly Setting<string> Password = SettingKinds.Text(
        "smtp_pass", "", "Password at the mail server.", 500, secret: true, goesTo: Host);

    public static readonly Setting<string> From =
        SettingKinds.Text("smtp_from", "", "Sender, an address or Name <address>.", 320);

    public static readonly Setting<bool?> Enabled = SettingKinds.Switch("smtp_enabled", false, "Whether mails are sent at all.");
}
