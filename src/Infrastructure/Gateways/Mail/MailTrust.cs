using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;

namespace VpsPanel.Infrastructure.Gateways.Mail;

/// <summary>
/// Whom a mail server's certificate may come from: the authorities that this machine trusts and those of <c>Mail:TrustedCaFile</c>. The
/// name and the dates must fit in any case. Revocation is not looked up: that asks a third party before every mail.
/// </summary>
internal sealed class MailTrust
{
    public const string Key = "Mail:TrustedCaFile";

    private readonly X509Certificate2Collection _authorities;

    private MailTrust(X509Certificate2Collection authorities) => _authorities = authorities;

    /// <exception cref="InvalidOperationException">The file cannot be read, or holds no certificate in PEM; the message names the key.</exception>
    public static MailTrust Read(IConfiguration configuration)
    {
        var path = configuration[Key]?.Trim() ?? "";
        var authorities = new X509Certificate2Collection();
        if (path.Length == 0)
            return new MailTrust(authorities);

        try
        {
            authorities.ImportFromPemFile(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new InvalidOperationException($"{Key}: the file '{path}' cannot be read: {error.Message}", error);
        }

        return authorities.Count > 0
            ? new MailTrust(authorities)
            : throw new InvalidOperationException($"{Key}: the file '{path}' holds no certificate in PEM.");
    }

    /// <summary>For a handshake; <paramref name="errors"/> are those that the machine's own authorities leave.</summary>
    public bool Accepts(X509Certificate? certificate, X509Chain? sent, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
            return true;

        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || _authorities.Count == 0 || certificate is not X509Certificate2 leaf)
            return false;

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid("1.3.6.1.5.5.7.3.1", "TLS server"));
        foreach (var element in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);

        return chain.Build(leaf);
    }
}
