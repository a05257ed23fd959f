using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Mail;

/// <summary>Mail goes in the clear only where nobody can listen, and a login nowhere.</summary>
internal sealed class SmtpEncryptionRule : ISettingRule
{
    private const string ThisMachine = "localhost";

    public IReadOnlyList<Setting> Settings { get; } = [SmtpSettings.Security, SmtpSettings.Host, SmtpSettings.User];

    /// <summary>A blank host is none yet.</summary>
    public static bool IsOnThisMachine(string host) =>
        host.Length == 0 || host.Equals(ThisMachine, StringComparison.OrdinalIgnoreCase)
        || (IpNetworks.TryParse(host, out var network) && !host.Contains('/', StringComparison.Ordinal)
            && System.Net.IPAddress.IsLoopback(network.BaseAddress));

    public async ValueTask<Error?> Check(SettingEditor editor, CancellationToken ct)
    {
        if (await editor.Current(SmtpSettings.Security, ct) != "none")
            return null;

        if (!IsOnThisMachine((await editor.Current(SmtpSettings.Host, ct)).Trim()))
        {
            return editor.Mismatch(
                "must not be none unless the mail server is on this machine (localhost, 127.0.0.1 or ::1)",
                SmtpSettings.Security, SmtpSettings.Host);
        }

        return (await editor.Current(SmtpSettings.User, ct)).Length > 0
            ? editor.Mismatch("must not be none with a login, which is never sent unencrypted", SmtpSettings.Security, SmtpSettings.User)
            : null;
    }
}
