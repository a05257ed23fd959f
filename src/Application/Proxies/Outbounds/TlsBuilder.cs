using VpsPanel.Application.Proxies.Outbounds.Dialects;
using static VpsPanel.Application.Proxies.Outbounds.Dialects.ProxyField;

namespace VpsPanel.Application.Proxies.Outbounds;

/// <summary>Makes out what protects the connection. Where two keys could mean more or less protection, both are named and neither is taken.</summary>
internal sealed class TlsBuilder(Findings found)
{
    /// <summary>Protocols that are nothing without TLS.</summary>
    private bool IsImplied => found.Protocol is ProxyProtocols.Trojan or ProxyProtocols.Hysteria2 or ProxyProtocols.Tuic or ProxyProtocols.AnyTls;

    public ProxyTls Build()
    {
        var isReality = IsReality();
        CheckSwitches(isReality);
        var isOn = isReality || IsImplied || found[Security] == "tls" || found.IsTrue(Tls) || IsMeant();
        if (!isOn)
            return ProxyTls.Off;

        if (found.Protocol == ProxyProtocols.Shadowsocks)
        {
            found.Refuse(found.KeyOf(Security, Tls, Reality, TlsObject, ServerName), "is not of shadowsocks, which has no TLS of its own");
            return ProxyTls.Off;
        }

        return new ProxyTls(true, Name(), !isReality && found.IsTrue(SkipVerify), AlpnList(), Browser(isReality))
        {
            Reality = isReality ? RealityKeys() : null,
            CertificateSha256 = isReality ? null : Judged(CertificatePin, ServerValues.CertificatePin, "must be a SHA-256 in hexadecimal"),
            PublicKeySha256 = isReality ? null : Judged(PublicKeyPin, ServerValues.PublicKeyPin, "must be a SHA-256 in base64"),
            VerifyNames = isReality ? null : Judged(VerifyNames, Names, "must be names with commas between"),
            Ech = isReality || found.IsFalse(EchEnabled)
                ? null
                : Judged(ProxyField.Ech, ServerValues.Ech, "must be base64, PEM or the address of a resolver"),
        };
    }

    private bool IsReality() => !found.IsFalse(Reality) && found[Security] is null or "reality"
        && (found[Security] == "reality" || found.IsTrue(Reality) || found[PublicKey] is not null);

    /// <summary>An object with settings of TLS, or a lock that is one of TLS, and no word on whether TLS is on.</summary>
    private bool IsMeant() => found[Security] is null && found[Tls] is null
        && (found.IsTrue(TlsObject) || found[ServerName] is not null || found[CertificatePin] is not null || found[PublicKeyPin] is not null
            || found[VerifyNames] is not null || found[ProxyField.Ech] is not null);

    private void CheckSwitches(bool isReality)
    {
        var (security, isOff) = (found[Security], found.IsFalse(Tls));
        if (security == "none" && (found.IsTrue(Tls) || found.IsTrue(Reality)))
            found.Disagree(found.KeyOf(Security), found.KeyOf(found.IsTrue(Tls) ? Tls : Reality));
        else if (security is "none" or "tls" && found[PublicKey] is not null && !found.IsFalse(Reality))
            found.Disagree(found.KeyOf(Security), found.KeyOf(PublicKey));
        else if (security == "tls" && (isOff || found.IsTrue(Reality)))
            found.Disagree(found.KeyOf(Security), found.KeyOf(isOff ? Tls : Reality));
        else if (security == "reality" && (isOff || found.IsFalse(Reality)))
            found.Disagree(found.KeyOf(Security), found.KeyOf(isOff ? Tls : Reality));
        else if (isReality && isOff)
            found.Disagree(found.KeyOf(Tls), found.KeyOf(Reality, PublicKey));
        else if (IsImplied && (isOff || security == "none"))
            found.Refuse(found.KeyOf(isOff ? Tls : Security), $"cannot be off: {found.Protocol} is nothing without TLS");
    }

    private RealityKey? RealityKeys()
    {
        if (found[PublicKey] is not { } text)
        {
            found.Refuse(found.KeyOf(Reality, Security), "needs the server's public key (public_key)");
            return null;
        }

        var shortId = found[ShortId] ?? "";
        if (!ServerValues.IsShortId(shortId))
            found.Refuse(found.KeyOf(ShortId), "must be an even number of hexadecimal digits, 16 at most");
        foreach (var field in new[] { CertificatePin, PublicKeyPin, VerifyNames })
        {
            if (found[field] is not null)
                found.Refuse(found.KeyOf(field), "is not of REALITY, which verifies by its own key");
        }

        return Keys(text, shortId);
    }

    private RealityKey Keys(string text, string shortId) => new(
        Judged(PublicKey, _ => ServerValues.RealityKey(text), "must be the 43 characters of a public key") ?? "", shortId.ToLowerInvariant())
    {
        SpiderX = found[SpiderX],
        Mldsa65Verify = Judged(Mldsa65Verify, ServerValues.Mldsa65, "must be base64url of 1952 bytes"),
    };

    private string? Name() => Judged(ServerName, ServerValues.Name, "must be a name or an address");

    private string[] AlpnList()
    {
        string[] words = found[Alpn] is { } text ? text.Split(',') : [];
        if (!words.All(ServerValues.IsToken))
            found.Refuse(found.KeyOf(Alpn), "must be names of protocols such as h2");
        return words;
    }

    private string? Browser(bool isReality)
    {
        var browser = found.IsFalse(UtlsEnabled) || found[Fingerprint] == "none" ? null : found[Fingerprint];
        if (browser is not null && !ServerValues.IsBrowser(browser))
            found.Refuse(found.KeyOf(Fingerprint), "must be a browser such as chrome, or the SHA-256 of a certificate");
        else if (browser is not null && isReality && ServerValues.IsOldBrowser(browser))
            found.Refuse(found.KeyOf(Fingerprint), "must be a browser with TLS 1.3 under REALITY, such as chrome");
        return browser ?? (isReality ? "chrome" : null);
    }

    private static string? Names(string text)
    {
        string?[] names = [.. text.Split(',').Select(ServerValues.Name)];
        return names.Contains(null) ? null : string.Join(',', names);
    }

    private string? Judged(ProxyField field, Func<string, string?> judge, string message)
    {
        if (found[field] is not { } text)
            return null;

        var good = judge(text);
        if (good is null)
            found.Refuse(found.KeyOf(field), message);
        return good;
    }
}
