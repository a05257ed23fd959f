namespace VpsPanel.Application.Proxies.Clients;

/// <summary>What each family of clients takes. docs/clients.md is written from it; what is not in it is left out for the client.</summary>
internal static class Capabilities
{
    private const string Measured = "run, November 2026";
    private const string MihomoChanges = "changes of mihomo as its schema lists them (meta-json-schema 1.19.24)";
    private const string SingBoxDocs = "documentation of sing-box";
    private const string LinkSources = "sources of v2rayN 2026-08-22, v2rayNG 2026-08-21, libXray 2026-08-20";
    private const string SubStore = "writers of Sub-Store, 2026-08-21";
    private const string Surgio = "writers of surgio 3.13.2";

    /// <summary>The oldest mihomo and sing-box that were run; an older one is served like it.</summary>
    public static readonly CoreVersion OldestMihomo = new(1, 19, 2);

    /// <inheritdoc cref="OldestMihomo"/>
    public static readonly CoreVersion OldestSingBox = new(1, 11, 0);

    public static IReadOnlyList<Capability> Table { get; } = [.. Mihomo(), .. Stash(), .. SingBox(), .. Links(), .. Surge(), .. QuantumultX(), .. Loon()];

    private static readonly Dictionary<(ClientFamily, string), Capability> Index =
        Table.ToDictionary(row => (row.Client, row.Feature));

    public static bool Has(ClientIdentity client, string feature) =>
        Index.TryGetValue((client.Family, feature), out var row) && row.Holds(client.Version);

    public static Capability? Find(ClientFamily client, string feature) => Index.GetValueOrDefault((client, feature));

    /// <summary>The versions at which what a family takes changes, oldest first.</summary>
    public static IReadOnlyList<CoreVersion> VersionsOf(ClientFamily family) => family switch
    {
        ClientFamily.Mihomo or ClientFamily.SingBox =>
        [
            .. Table.Where(row => row.Client == family).SelectMany(row => new[] { row.Since, row.Until }).OfType<string>()
                .Select(text => CoreVersion.Parse(text)!.Value).Concat(family == ClientFamily.SingBox ? SingBoxForms : []).Distinct().Order(),
        ],
        _ => [CoreVersion.None],
    };

    /// <summary>The versions of sing-box that want their profile in another form.</summary>
    public static IReadOnlyList<CoreVersion> SingBoxForms { get; } = [new(1, 11, 0), new(1, 12, 0), new(1, 13, 0), new(1, 14, 0)];

    private static IEnumerable<Capability> Rows(ClientFamily client, string since, string source, params string[] features) =>
        features.SelectMany(line => line.Split(' ')).Select(feature => new Capability(feature, client, since, null, source));

    private static IEnumerable<Capability> Mihomo() =>
    [
        .. Rows(
            ClientFamily.Mihomo, "1.19.2", Measured,
            "shadowsocks/tcp shadowsocks-aes-192 shadowsocks-2022 shadowsocks-obfs shadowsocks-v2ray-plugin",
            "vmess/tcp vmess/http vmess/ws vmess/grpc vmess/httpupgrade vmess/h2",
            "vless/tcp vless/http vless/ws vless/grpc vless/httpupgrade vless/h2 vless-vision vless-vision-udp443",
            "trojan/tcp trojan/ws trojan/grpc trojan/httpupgrade hysteria2/tcp hysteria2-hopping hysteria2-salamander tuic/tcp",
            "reality/vmess reality/vless reality/trojan reality-over-grpc pin-certificate path-query http-over-tls multiplex",
            "unverified/vmess unverified/vless unverified/trojan unverified/hysteria2 unverified/tuic"),
        .. Rows(ClientFamily.Mihomo, "1.19.3", MihomoChanges, "anytls/tcp unverified/anytls"),
        .. Rows(ClientFamily.Mihomo, "1.19.9", MihomoChanges, "ech"),
        .. Rows(ClientFamily.Mihomo, "1.19.13", MihomoChanges, "vless-encryption"),
        .. Rows(ClientFamily.Mihomo, "1.19.22", MihomoChanges, "vless/xhttp reality-over-xhttp"),
    ];

    private static IEnumerable<Capability> Stash() => Rows(
        ClientFamily.Stash, "2026-08", SubStore,
        "shadowsocks/tcp shadowsocks-aes-192 shadowsocks-2022 shadowsocks-obfs shadowsocks-v2ray-plugin",
        "vmess/tcp vmess/http vmess/ws vmess/grpc vmess/h2 vless/tcp vless/http vless/ws vless/grpc vless/h2 vless-vision",
        "trojan/tcp trojan/ws trojan/grpc hysteria2/tcp hysteria2-hopping hysteria2-salamander tuic/tcp anytls/tcp reality/vless pin-certificate",
        "path-query http-over-tls unverified/vmess unverified/vless unverified/trojan unverified/hysteria2 unverified/tuic unverified/anytls");

    private static IEnumerable<Capability> SingBox() =>
    [
        .. Rows(
            ClientFamily.SingBox, "1.11.0", Measured,
            "shadowsocks/tcp shadowsocks-aes-192 shadowsocks-2022 shadowsocks-obfs shadowsocks-v2ray-plugin",
            "vmess/tcp vmess/http vmess/ws vmess/grpc vmess/httpupgrade vmess/h2 vmess/quic",
            "vless/tcp vless/http vless/ws vless/grpc vless/httpupgrade vless/h2 vless/quic vless-vision",
            "trojan/tcp trojan/ws trojan/grpc trojan/httpupgrade trojan/h2 trojan/quic",
            "hysteria2/tcp hysteria2-hopping hysteria2-salamander tuic/tcp reality/vmess reality/vless reality/trojan reality-over-grpc",
            "ech multiplex unverified/vmess unverified/vless unverified/trojan unverified/hysteria2 unverified/tuic"),
        .. Rows(ClientFamily.SingBox, "1.12.0", SingBoxDocs, "anytls/tcp reality/anytls unverified/anytls"),
        .. Rows(ClientFamily.SingBox, "1.13.0", SingBoxDocs, "pin-public-key"),
    ];

    private static IEnumerable<Capability> Links() => Rows(
        ClientFamily.Links, "2026-08", LinkSources,
        "shadowsocks/tcp shadowsocks-2022 shadowsocks-obfs shadowsocks-v2ray-plugin",
        "vmess/tcp vmess/http vmess/ws vmess/grpc vmess/httpupgrade vmess/kcp vmess/xhttp",
        "vless/tcp vless/http vless/ws vless/grpc vless/httpupgrade vless/kcp vless/xhttp vless-vision vless-vision-udp443 vless-encryption",
        "trojan/tcp trojan/http trojan/ws trojan/grpc trojan/httpupgrade trojan/kcp trojan/xhttp",
        "hysteria2/tcp hysteria2-hopping hysteria2-salamander tuic/tcp anytls/tcp",
        "reality/vless reality/trojan reality-over-grpc reality-over-xhttp reality-mldsa65 pin-certificate verify-names ech ech-resolver",
        "grpc-authority xhttp-extra finalmask path-query http-over-tls unverified/hysteria2 unverified/tuic unverified/anytls");

    private static IEnumerable<Capability> Surge() =>
    [
        .. Rows(
            ClientFamily.Surge, "2026-08", Surgio,
            "shadowsocks/tcp shadowsocks-obfs vmess/tcp vmess/ws trojan/tcp trojan/ws hysteria2/tcp hysteria2-hopping tuic/tcp anytls/tcp",
            "pin-certificate path-query unverified/vmess unverified/trojan unverified/hysteria2 unverified/tuic unverified/anytls"),
        .. Rows(ClientFamily.Surge, "2026-08", SubStore, "shadowsocks-aes-192 shadowsocks-2022"),
    ];

    private static IEnumerable<Capability> QuantumultX() =>
    [
        .. Rows(
            ClientFamily.QuantumultX, "2026-08", SubStore,
            "shadowsocks/tcp shadowsocks-aes-192 shadowsocks-2022 shadowsocks-obfs shadowsocks-v2ray-plugin",
            "vmess/tcp vmess/http vmess/ws vless/tcp vless/http vless/ws trojan/tcp trojan/ws anytls/tcp",
            "pin-certificate pin-public-key path-query unverified/vmess unverified/vless unverified/trojan unverified/anytls"),
        .. Rows(ClientFamily.QuantumultX, "2026-01", SubStore, "vless-vision reality/vless"),
    ];

    private static IEnumerable<Capability> Loon() => Rows(
        ClientFamily.Loon, "2026-08", SubStore,
        "shadowsocks/tcp shadowsocks-aes-192 shadowsocks-2022 shadowsocks-obfs vmess/tcp vmess/http vmess/ws",
        "vless/tcp vless/http vless/ws vless-vision trojan/tcp trojan/ws hysteria2/tcp hysteria2-hopping hysteria2-salamander anytls/tcp",
        "reality/vmess reality/vless reality/trojan reality/anytls pin-certificate pin-public-key path-query http-over-tls",
        "unverified/vmess unverified/vless unverified/trojan unverified/hysteria2 unverified/anytls");
}
