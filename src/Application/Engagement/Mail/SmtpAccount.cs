using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Mail;

/// <summary>The settings of the mail server, read together.</summary>
public sealed record SmtpAccount(string Host, int Port, SmtpSecurity Security, string User, string Password, string From, bool Enabled)
{
    public bool CanSend => Enabled && Host.Length > 0 && Port > 0 && From.Length > 0;

    public static async Task<SmtpAccount> Read(ISettings settings, CancellationToken ct) => new(
        (await settings.Get(SmtpSettings.Host, ct)).Trim(),
        (int)await settings.Number(SmtpSettings.Port, ct),
        WireNames.Parse<SmtpSecurity>(await settings.Get(SmtpSettings.Security, ct)),
        await settings.Get(SmtpSettings.User, ct),
        await settings.Get(SmtpSettings.Password, ct),
        (await settings.Get(SmtpSettings.From, ct)).Trim(),
        await settings.IsOn(SmtpSettings.Enabled, ct));

    /// <summary>Without the password.</summary>
    public override string ToString() => $"{Host}:{Port}";
}
