using System.Text.Json;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Permissions;

namespace VpsPanel.Application.Platform.Site;

public static class SiteSettings
{
    private const string Maintenance = "We are under maintenance, please come back later.";

    public static readonly Setting<string> Name = SettingKinds.Text("site_name", "Cloud Console", "Title of the site.", 200);
    public static readonly Setting<string> Url = SettingKinds.Service("site_url", "Public address of the site.");
    public static readonly Setting<string> LogoUrl = SettingKinds.Link("logo_url", "Address of the logo.");
    public static readonly Setting<string> FaviconUrl = SettingKinds.Link("favicon_url", "Address of the browser icon.");
    public static readonly Setting<string> Description = SettingKinds.Text("site_description", "", "Description for search engines.");
    public static readonly Setting<string> Keywords = SettingKinds.Text("site_keywords", "", "Keywords for search engines, comma between.");
    public static readonly Setting<string> CompanyName = SettingKinds.Text("company_name", "", "Company shown in the footer.", 200);
    public static readonly Setting<string> ContactPhone = SettingKinds.Text("contact_phone", "", "Telephone for customers.", 64);
    public static readonly Setting<string> ContactEmail = SettingKinds.Mailbox("contact_email", "E-mail address for customers.");
    public static readonly Setting<string> ContactQq = SettingKinds.Text("contact_qq", "", "QQ number for customers.", 32);
    public static readonly Setting<string> WechatQrcode = SettingKinds.Link("wechat_qrcode", "Address of the WeChat QR code.");
    public static readonly Setting<string> IcpNumber = SettingKinds.Text("icp_number", "", "ICP filing number.", 100);
    public static readonly Setting<string> PsbeNumber = SettingKinds.Text("psbe_number", "", "Public security filing number.", 100);

    public static readonly Setting<string> AnalyticsCode =
        SettingKinds.Verbatim("analytics_code", "Analytics snippet that the client inserts.", 20_000, PermissionGroup.Credentials);

    public static readonly Setting<bool?> MaintenanceMode =
        SettingKinds.Switch("maintenance_mode", false, "Whether clients show the maintenance message; the API keeps working.");

    public static readonly Setting<string> MaintenanceMessage =
        SettingKinds.Text("maintenance_message", Maintenance, "What clients show during maintenance.");

    public static readonly Setting<string> OldLogo = SettingKinds.Link("site_logo", "Old name of logo_url.");
    public static readonly Setting<string> OldIcp = SettingKinds.Text("site_icp", "", "Old name of icp_number.", 100);

    public static readonly Setting<bool?> OldMaintenanceMode =
        SettingKinds.Switch("site_maintenance_mode", false, "Old name of maintenance_mode.");

    public static readonly Setting<string> OldMaintenanceMessage =
        SettingKinds.Text("site_maintenance_message", Maintenance, "Old name of maintenance_message.");

    public static readonly Setting<IReadOnlyList<JsonElement>> NavItems = JsonSettings.Objects(
        "site_nav_items",
        """
        [{"label":"产品","url":"/products","target":"_self","lang":"zh-CN"},{"label":"活动","url":"/activities","target":"_self","lang":"zh-CN"},{"label":"文档","url":"/docs","target":"_self","lang":"zh-CN"},{"label":"Products","url":"/products","target":"_self","lang":"en-US"},{"label":"Activities","url":"/activities","target":"_self","lang":"en-US"},{"label":"Docs","url":"/docs","target":"_self","lang":"en-US"}]
        """,
        "Entries of the header menu besides the first page, which clients always draw themselves.",
        "label, url (http, https, mailto, tel or a path of this site), target and lang",
        entry => entry.HasTextOrNothing("label") && entry.HasTextOrNothing("url") && entry.HasTextOrNothing("target")
            && entry.HasTextOrNothing("lang") && IsClickable(entry));

    public static readonly Setting<string> Language = SettingKinds.Word(
        "site_language", Languages.English, "In which language notices and mails go to people who chose none.", [.. Languages.All]);

    public static readonly Setting<long?> DefaultLineId =
        SettingKinds.Number("default_line_id", 0, "Upstream line of newly seeded plan groups; 0 for none.", 0, int.MaxValue);

    public static readonly Setting<long?> DefaultPortNum =
        SettingKinds.Number("default_port_num", 30, "Forwarded ports of newly seeded packages.", 0, 65_535);

    public static readonly Setting<string> AdminQq = SettingKinds.Text("admin_qq", "", "QQ number shown on ticket replies of admins.", 32);

    public static readonly Setting<long?> MoneyInCents =
        SettingKinds.Number("money_cents_migrated", 1, "Always 1: money is stored in cents.", 1, 1);

    private static bool IsClickable(JsonElement entry) =>
        !entry.TryGetProperty("url", out var url) || url.ValueKind != JsonValueKind.String || Links.IsClickable(url.GetString());
}
