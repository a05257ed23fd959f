using System.Globalization;
using System.Text.RegularExpressions;
using VpsPanel.Application.Proxies.Outbounds.Dialects;
using static VpsPanel.Application.Proxies.Outbounds.Dialects.ProxyField;

namespace VpsPanel.Application.Proxies.Outbounds;

/// <summary>Makes out what carries the protocol.</summary>
internal sealed partial class TransportBuilder(Findings found)
{
    private const int MaxEarlyData = 65_535;

    public ProxyTransport Build(ProxyTls tls)
    {
        var kind = Kind(tls);
        var (path, earlyData) = PathAndEarlyData(kind);
        return new ProxyTransport(kind, path, HostName(), found[ServiceName] ?? "")
        {
            Mode = ModeOf(kind),
            Extra = found[Extra],
            EarlyData = earlyData,
            EarlyDataHeader = found[EarlyDataHeader] ?? (earlyData > 0 && kind == Transports.WebSocket ? "Sec-WebSocket-Protocol" : null),
            Authority = found[Authority],
            Seed = kind == Transports.Kcp ? found[Seed] : null,
            HeaderType = kind is Transports.Kcp or Transports.Quic && found[HeaderType] is { } type && type != "none" ? type : null,
        };
    }

    private string Kind(ProxyTls tls)
    {
        var kind = found[Network];
        if (found.IsTrue(HttpWord))
            kind = Http(tls);

        if (found[NetworkSettings] is { } settings && kind is not null && settings != kind && !(settings == Transports.Tcp && kind == Transports.Http))
            found.Disagree(found.KeyOf(Network, HttpWord), found.KeyOf(NetworkSettings));

        kind ??= found[NetworkSettings] ?? Transports.Tcp;
        if (found.IsTrue(HttpUpgrade))
            kind = kind == Transports.WebSocket ? Transports.HttpUpgrade : kind;

        return kind == Transports.Tcp ? Disguise() : kind;
    }

    /// <summary>HTTP/1.1 before raw TCP to mihomo, HTTP/2 to Xray, and either to sing-box: with TLS it is HTTP/2.</summary>
    private string Http(ProxyTls tls)
    {
        if (found[Network] is not null)
            found.Disagree(found.KeyOf(Network), found.KeyOf(HttpWord));

        if (found[NetworkSettings] is Transports.Http or Transports.H2)
            return found[NetworkSettings]!;

        if (found.KeyOf(HttpWord).EndsWith("transport.type", StringComparison.OrdinalIgnoreCase))
            return tls.IsOn ? Transports.H2 : Transports.Http;

        found.Refuse(found.KeyOf(HttpWord), "means HTTP/1.1 to one program and HTTP/2 to another: write h2, or tcp with header type http");
        return Transports.Http;
    }

    private string Disguise()
    {
        if (found[HeaderType] is not { } type || type == "none")
            return Transports.Tcp;

        if (type != "http")
            found.Refuse(found.KeyOf(HeaderType), "must be none or http");
        return Transports.Http;
    }

    private (string Path, int EarlyData) PathAndEarlyData(string kind)
    {
        var path = found[ProxyField.Path] ?? "/";
        if (!path.StartsWith('/'))
            path = "/" + path;

        var early = int.Parse(found[EarlyData] ?? "0", CultureInfo.InvariantCulture);
        if (kind is Transports.WebSocket or Transports.HttpUpgrade && EarlyInPath().Match(path) is { Success: true } match)
        {
            var inPath = int.TryParse(match.Groups["bytes"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : MaxEarlyData + 1;
            if (found[EarlyData] is not null && early != inPath)
                found.Disagree(found.KeyOf(EarlyData), found.KeyOf(ProxyField.Path));

            early = inPath;
            path = path.Remove(match.Index, match.Length);
            if (match.Groups["before"].Value == "?" && match.Index < path.Length)
                path = path.Remove(match.Index, 1).Insert(match.Index, "?");
        }

        if (early > MaxEarlyData)
            found.Refuse(found.KeyOf(EarlyData, ProxyField.Path), $"must ask for at most {MaxEarlyData} bytes of early data");
        return (path, early);
    }

    private string? HostName()
    {
        if (found[Host] is not { } text)
            return null;

        // A text with commas is a list to v2board.
        if (ServerValues.Name(text.Split(',')[0].Trim()) is { } name)
            return name;

        found.Refuse(found.KeyOf(Host), "must be a name or an address");
        return null;
    }

    private string? ModeOf(string kind)
    {
        var mode = found[Mode];
        if (kind == Transports.Grpc)
        {
            if (mode is not (null or "gun" or "multi"))
                found.Refuse(found.KeyOf(Mode), "must be gun or multi");
            return mode == "multi" || found.IsTrue(GrpcMulti) ? "multi" : "gun";
        }

        if (mode is null)
            return kind == Transports.Xhttp ? "auto" : null;

        if (kind != Transports.Xhttp)
            found.Refuse(found.KeyOf(Mode), "is of grpc and xhttp only");
        else if (mode is not ("auto" or "packet-up" or "stream-up" or "stream-one"))
            found.Refuse(found.KeyOf(Mode), "must be auto, packet-up, stream-up or stream-one");
        return mode;
    }

    [GeneratedRegex(@"(?<before>[?&])ed=(?<bytes>[0-9]+)(?=&|\z)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EarlyInPath();
}
