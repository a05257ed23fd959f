using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace VpsPanel.Testing;

/// <summary>A certificate authority of the tests; its certificate is a file in PEM, gone with the process.</summary>
public sealed class TestAuthority
{
    private readonly X509Certificate2 _certificate;

    public TestAuthority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        var (from, to) = Validity();
        _certificate = request.CreateSelfSigned(from, to);
        File = Path.Combine(Path.GetTempPath(), $"vpspanel-ca-{Guid.NewGuid():N}.pem");
        System.IO.File.WriteAllText(File, _certificate.ExportCertificatePem());
        AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.File.Delete(File);
    }

    /// <summary>The one that every service in tests trusts for mail servers.</summary>
    public static TestAuthority Trusted { get; } = new("The tests' authority");

    /// <summary>Its certificate.</summary>
    public string File { get; }

    /// <summary>A certificate with its key for a server on this machine, named <c>localhost</c> and <c>127.0.0.1</c>.</summary>
    public X509Certificate2 Issue()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        var (from, to) = Validity();
        using var issued = request.Create(_certificate, from, to.AddHours(-1), RandomNumberGenerator.GetBytes(8));
        using var whole = issued.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pfx), null, X509KeyStorageFlags.Exportable);
    }

    private static (DateTimeOffset From, DateTimeOffset To) Validity()
    {
        var now = TimeProvider.System.GetUtcNow();
        return (now.AddDays(-1), now.AddDays(1));
    }
}
