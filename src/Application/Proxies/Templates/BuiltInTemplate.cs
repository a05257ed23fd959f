using System.Security.Cryptography;
using System.Text;
using VpsPanel.Application.Proxies.Clients;
using VpsPanel.Application.Proxies.Profiles;
using VpsPanel.Domain.Proxies.Templates;

namespace VpsPanel.Application.Proxies.Templates;

/// <summary>A template that the service brings, as the default of its client type.</summary>
internal sealed record BuiltInTemplate(string Name, string ClientType, TemplateFormat Format, string Content)
{
    // JSON is YAML: quoted so, a name stays a name whatever stands in it. Line breaks in a value are escaped, those between values go.
    private const string Clash =
        """
        mixed-port: 7890
        allow-lan: false
        mode: rule
        log-level: warning
        proxies:
        {{- range .proxies}}
          - {{replace (toJSON .clash) "\n" " "}}
        {{- end}}
        proxy-groups:
          - name: Proxy
            type: select
            proxies:
              - Auto
        {{- range .proxies}}
              - {{toJSON .name}}
        {{- end}}
          - name: Auto
            type: url-test
            url: http://www.gstatic.com/generate_204
            interval: 300
            proxies:
        {{- range .proxies}}
              - {{toJSON .name}}
        {{- end}}
        rules:
          - IP-CIDR,127.0.0.0/8,DIRECT,no-resolve
          - IP-CIDR,10.0.0.0/8,DIRECT,no-resolve
          - IP-CIDR,172.16.0.0/12,DIRECT,no-resolve
          - IP-CIDR,192.168.0.0/16,DIRECT,no-resolve
          - MATCH,Proxy

        """;

    // What each version takes of this was tried: 1.11 knows no typed DNS servers, 1.13 no untyped ones. Without the first rule there is no
    // DNS on any of them; without a resolver for the servers' own names, 1.13 and later do not start.
    private const string SingBox =
        """
        {
          "log": { "level": "warn" },
          "dns": {
        {{- if ge .client.minor 12}}
            "servers": [
              { "type": "https", "tag": "remote", "server": "1.1.1.1", "detour": "Proxy" },
              { "type": "local", "tag": "local" }
            ],
        {{- else}}
            "servers": [
              { "tag": "remote", "address": "https://1.1.1.1/dns-query", "detour": "Proxy" },
              { "tag": "local", "address": "local", "detour": "DIRECT" }
            ],
            "rules": [ { "outbound": "any", "server": "local" } ],
        {{- end}}
            "final": "remote"
          },
          "inbounds": [
            { "type": "tun", "tag": "tun-in", "address": ["172.19.0.1/30", "fdfe:dcba:9876::1/126"], "auto_route": true, "strict_route": true }
          ],
          "outbounds": [
            { "type": "selector", "tag": "Proxy", "outbounds": ["Auto"{{range .proxies}}, {{toJSON .name}}{{end}}] },
            { "type": "urltest", "tag": "Auto", "outbounds": [{{range $i, $p := .proxies}}{{if $i}}, {{end}}{{toJSON $p.name}}{{end}}] },
        {{- range .proxies}}
            {{toJSON .sing_box}},
        {{- end}}
            { "type": "direct", "tag": "DIRECT" }
          ],
          "route": {
            "rules": [
              { "port": 53, "action": "hijack-dns" },
              { "action": "sniff" },
              { "protocol": "dns", "action": "hijack-dns" },
              { "ip_is_private": true, "outbound": "DIRECT" }
            ],
        {{- if ge .client.minor 12}}
            "default_domain_resolver": "local",
        {{- end}}
            "final": "Proxy",
            "auto_detect_interface": true
          }
        }

        """;

    private const string Links = """{{join .links "\n" | b64enc}}""";

    private const string Surge =
        """
        {{- with .subscription.url}}#!MANAGED-CONFIG {{.}}?client=surge interval={{$.update_seconds}} strict=false

        {{end -}}
        [General]
        loglevel = notify

        [Proxy]
        {{- range .proxies}}
        {{.label}} = {{.surge}}
        {{- end}}

        [Proxy Group]
        Proxy = select{{range .proxies}}, {{.label}}{{end}}{{if not .message}}, DIRECT{{end}}

        [Rule]
        RULE-SET,LAN,DIRECT
        FINAL,Proxy

        """;

    private const string QuantumultX =
        """
        {{- range .proxies}}{{.quantumult_x}}
        {{end -}}
        """;

    private const string Loon =
        """
        {{- range .proxies}}{{.label}}={{.loon}}
        {{end -}}
        """;

    // SHA-256 of what earlier versions of the service brought.
    private static readonly HashSet<string> Former =
    [
        "b6df5cba95bc8010e0dc7b179145cd1abc31cc49983b9cb674d90ed94f6593f4",
        "7b6bb03dc6885562cc3b343ea65c9956f7ef53c895dc1795ec0398edac41179f",
        "b3b0d4dee4682330871f266aa5918775405e38b7da030690699213aab57cf285",
    ];

    public static IReadOnlyList<BuiltInTemplate> All { get; } =
    [
        new("Clash", ClientTypes.Clash, TemplateFormat.Yaml, Clash),
        new("sing-box", ClientTypes.SingBox, TemplateFormat.Json, SingBox),
        new("Share links", ClientTypes.Links, TemplateFormat.Text, Links),
        new("Surge", ClientTypes.Surge, TemplateFormat.Text, Surge),
        new("Quantumult X", ClientTypes.QuantumultX, TemplateFormat.Text, QuantumultX),
        new("Loon", ClientTypes.Loon, TemplateFormat.Text, Loon),
    ];

    /// <summary>Whether a template of this name holds what an earlier version of the service brought, and nobody's own words.</summary>
    public bool Replaces(string content) =>
        content != Content && Former.Contains(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))));
}
