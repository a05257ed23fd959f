using VpsPanel.Application.Settings;

namespace VpsPanel.Application.Mail;

public static class MailSettings
{
    public static readonly Setting<string> Host = SettingKinds.Text("smtp_host", "", "Name of the mail server.", 255);

    public static readonly Setting<string> Port = SettingKinds.Text("smtp_port", "", "Port of the mail server, such as 587.", 5);

    public static readonly Setting<string> User = SettingKinds.Text("smtp_user", "", "Name to sign in with; blank for none.", 255);

    public static readonly Setting<string> Pass = SettingKinds.Text("smtp_pass", "", "Password to sign in with.", 255, secret: true);

    public static readonly Setting<string> From = SettingKinds.Text("smtp_from", "", "Address that mails come from.", 255);

    public static readonly Setting<bool?> Enabled = SettingKinds.Switch("smtp_enabled", false, "Whether mails are sent at all.");
}
