using System.Text;

namespace VpsPanel.Application.Servers.Upstream;

/// <summary>A VPS as the upstream is asked for it.</summary>
public sealed record NewUpstreamVps(
    string Name,
    long LineId,
    string Image,
    UpstreamVpsSize Sizes,
    DateTimeOffset ExpireAt,
    string SystemPassword,
    string VncPassword)
{
    // The generated text would show the passwords to whatever logs or reports this.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append("Name = ").Append(Name);
        return true;
    }
}
