using System.Text;
using VpsPanel.Testing;

namespace VpsPanel.Functional.Tests.Engagement.Mail;

internal static class MailReading
{
    /// <summary>The text, from base64 or from quoted-printable without its soft line breaks.</summary>
    public static string Decoded(this ReceivedMail mail)
    {
        var body = mail.Data[(mail.Data.IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
        return mail.Data.Contains("base64", StringComparison.OrdinalIgnoreCase)
            ? Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\n", "", StringComparison.Ordinal)))
            : body.Replace("=\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
    }
}
