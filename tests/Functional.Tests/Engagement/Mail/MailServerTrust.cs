using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using VpsPanel.Testing;

namespace VpsPanel.Functional.Tests.Engagement.Mail;

/// <summary>Lets this process trust the certificates of chosen test servers and no others.</summary>
internal static class MailServerTrust
{
    private static readonly ConcurrentDictionary<string, bool> Trusted = new();

    // The mail client of .NET asks nobody else.
#pragma warning disable SYSLIB0014, MA0039
    static MailServerTrust() => ServicePointManager.ServerCertificateValidationCallback = (_, certificate, _, errors) =>
        errors == SslPolicyErrors.None || (certificate is X509Certificate2 known && Trusted.ContainsKey(known.Thumbprint));
#pragma warning restore SYSLIB0014, MA0039

    public static SmtpServer Trust(this SmtpServer server)
    {
        Trusted[server.Thumbprint] = true;
        return server;
    }
}
