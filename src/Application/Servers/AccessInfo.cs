using System.Text;

namespace VpsPanel.Application.Servers;

/// <summary>How one gets at a host. A shared address comes with its port.</summary>
public sealed record AccessInfo(string RemoteIp, string PanelPassword, string VncPassword, string OsPassword)
{
    public static AccessInfo None { get; } = new("", "", "", "");

    /// <summary>What is new where there is something new, what was known otherwise.</summary>
    public AccessInfo Over(AccessInfo known) => new(
        Pick(RemoteIp, known.RemoteIp),
        Pick(PanelPassword, known.PanelPassword),
        Pick(VncPassword, known.VncPassword),
        Pick(OsPassword, known.OsPassword));

    private static string Pick(string first, string second) => first.Length > 0 ? first : second;

    private bool PrintMembers(StringBuilder text)
    {
        text.Append("RemoteIp = ").Append(RemoteIp);
        return true;
    }
}
