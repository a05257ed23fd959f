using VpsPanel.Application.Settings;

namespace VpsPanel.Application.Tickets;

public static class TicketSettings
{
    public static readonly Setting<string> AdminQq = SettingKinds.Text("admin_qq", "", "QQ number shown on ticket replies of admins.", 32);
}
