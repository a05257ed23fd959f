using VpsPanel.Application.Platform.Settings;

namespace VpsPanel.Application.Engagement.Mail;

public static class SmtpSettings
{
    public static readonly Setting<string> Host = SettingKinds.Text("smtp_host", "", "Name or address of the mail server.", 255);

    public static readonly Setting<long?> Port =
        SettingKinds.Number("smtp_port", 0, "Port of the mail server, usually 587 or 25; 0 while there is none.", 0, 65535);

    public static readonly Setting<string> User = SettingKinds.Text(
        "smtp_user", "", "Login at the mail server; empty for none. With a login the server must offer STARTTLS.", 255);

    public static readonly Setting<string> Password = SettingKinds.Text("smtp_pass", "", "Password at the mail server.", 500, secret: true);

    public static readonly Setting<string> From =
        SettingKinds.Text("smtp_from", "", "Sender, an address or Name <address>.", 320);

    public static readonly Setting<bool?> Enabled = SettingKinds.Switch("smtp_enabled", false, "Whether mails are sent at all.");
}
