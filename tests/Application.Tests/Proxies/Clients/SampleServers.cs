using VpsPanel.Application.Proxies.Outbounds;
using VpsPanel.Application.Proxies.Profiles;
using VpsPanel.Application.Tests.Proxies.Outbounds;

namespace VpsPanel.Application.Tests.Proxies.Clients;

/// <summary>A server for everything that profiles can say, each under a name that tells what it is.</summary>
internal static class SampleServers
{
    private const string Key = DeliveredEntry.PublicKey;
    private const string Pin = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private const string KeyPin = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    public static readonly (string Name, string Kernel, string Config)[] Kernels =
    [
        ("ss", "shadowsocks", """{"method":"aes-256-gcm"}"""),
        ("ss 2022", "shadowsocks", """{"method":"2022-blake3-aes-128-gcm","server_key":"c2VydmVyIGtleSBieXRlcw=="}"""),
        ("ss obfs http", "shadowsocks", """{"method":"chacha20-ietf-poly1305","plugin":"obfs","plugin_opts":{"mode":"http","host":"www.example.com"}}"""),
        ("ss obfs tls", "shadowsocks", """{"method":"aes-128-gcm","plugin":"obfs","plugin_opts":{"mode":"tls","host":"www.example.com"}}"""),
        ("ss v2ray-plugin", "shadowsocks", """{"method":"aes-128-gcm","plugin":"v2ray-plugin","plugin_opts":{"mode":"websocket","tls":true,"host":"www.example.com","path":"/v"}}"""),
        ("vmess", "vmess", "{}"),
        ("vmess tls", "vmess", """{"tls":true,"sni":"a.example.com","cipher":"aes-128-gcm"}"""),
        ("vmess ws", "vmess", """{"network":"ws","path":"/ray","host":"cdn.example.com"}"""),
        ("vmess wss", "vmess", """{"tls":true,"network":"ws","path":"/ray","host":"cdn.example.com","fp":"firefox"}"""),
        ("vmess http", "vmess", """{"network":"tcp","tcpSettings":{"header":{"type":"http","request":{"path":["/h"],"headers":{"Host":["www.example.com"]}}}}}"""),
        ("vmess reality", "vmess", $$"""{"security":"reality","pbk":"{{Key}}","sid":"01","sni":"www.example.com"}"""),
        ("vless reality vision", "vless", $$"""{"flow":"xtls-rprx-vision","reality":{"public_key":"{{Key}}","short_id":"01ba8517","spiderX":"/s"},"sni":"www.example.com"}"""),
        ("vless reality grpc", "vless", $$"""{"security":"reality","pbk":"{{Key}}","sni":"www.example.com","network":"grpc","serviceName":"tun nel","mode":"multi"}"""),
        ("vless reality xhttp", "vless", $$"""{"security":"reality","pbk":"{{Key}}","sni":"www.example.com","network":"xhttp","path":"/x","mode":"stream-up"}"""),
        ("vless xhttp", "vless", """{"tls":true,"network":"xhttp","path":"/x","host":"cdn.example.com","mode":"stream-one","alpn":["h2"]}"""),
        ("vless ws", "vless", """{"tls":true,"sni":"a.example.com","network":"ws","path":"/ray?ed=2560","host":"cdn.example.com"}"""),
        ("vless httpupgrade", "vless", """{"tls":true,"network":"httpupgrade","path":"/up","host":"cdn.example.com"}"""),
        ("vless h2", "vless", """{"tls":true,"network":"h2","path":"/h2","host":"cdn.example.com"}"""),
        ("vless kcp", "vless", """{"network":"kcp"}"""),
        ("vless encryption", "vless", $$"""{"encryption":"mlkem768x25519plus.native.0rtt.{{Key}}","flow":"xtls-rprx-vision"}"""),
        ("vless ech", "vless", """{"tls":{"enabled":true,"server_name":"a.example.com","ech":{"enabled":true,"config":["-----BEGIN ECH CONFIGS-----","AEX+DQBB","-----END ECH CONFIGS-----"]}}}"""),
        ("vless mux", "vless", """{"tls":{"enabled":true,"server_name":"a.example.com"},"multiplex":{"enabled":true,"protocol":"h2mux","max_streams":16,"padding":true}}"""),
        ("vless unverified", "vless", """{"tls":{"enabled":true,"insecure":true}}"""),
        ("trojan", "trojan", """{"sni":"a.example.com","alpn":["h2","http/1.1"]}"""),
        ("trojan ws", "trojan", """{"network":"ws","path":"/t","host":"cdn.example.com"}"""),
        ("trojan grpc", "trojan", """{"sni":"a.example.com","network":"grpc","serviceName":"t"}"""),
        ("trojan pinned", "trojan", $$"""{"sni":"a.example.com","pcs":"{{Pin}}"}"""),
        ("trojan pinned twice", "trojan", $$"""{"sni":"a.example.com","pcs":"{{Pin}}","certificate_public_key_sha256":["{{KeyPin}}"]}"""),
        ("trojan other name", "trojan", """{"sni":"a.example.com","vcn":"b.example.com"}"""),
        ("hysteria2", "hysteria2", """{"sni":"a.example.com","up_mbps":50,"down_mbps":200}"""),
        ("hysteria2 hopping", "hysteria2", """{"sni":"a.example.com","ports":"443,20000-50000","hop_interval":30,"obfs":"salamander","obfs-password":"s alt&1"}"""),
        ("hysteria2 unverified", "hysteria2", """{"insecure":true}"""),
        ("hysteria2 pinned", "hysteria2", $$"""{"sni":"a.example.com","insecure":true,"pinSHA256":"{{Pin}}"}"""),
        ("tuic", "tuic", """{"sni":"a.example.com","congestion_control":"bbr","udp_relay_mode":"native"}"""),
        ("anytls", "anytls", """{"sni":"a.example.com","fp":"chrome"}"""),
    ];

    public static NodeSet Nodes { get; } = new(
        "samples", [], [.. Kernels.Select((kernel, at) => new NodeServer(at + 1, kernel.Name, "", "", Server(kernel.Name)))]);

    public static ProxyServer Server(string name)
    {
        var (_, kernel, config) = Kernels.Single(one => one.Name == name);
        return DeliveredEntry.Server(kernel, config);
    }
}
