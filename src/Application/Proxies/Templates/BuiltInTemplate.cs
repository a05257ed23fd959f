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

    private const string SingBox =
        """
        {
          "log": { "level": "warn" },
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
            "rules": [ { "ip_is_private": true, "outbound": "DIRECT" } ],
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
        {{- range .proxies}}{{if .surge}}
        {{.label}} = {{.surge}}
        {{- end}}{{end}}

        [Proxy Group]
        Proxy = select{{range .proxies}}{{if .surge}}, {{.label}}{{end}}{{end}}, DIRECT

        [Rule]
        RULE-SET,LAN,DIRECT
        FINAL,Proxy

        """;

    private const string QuantumultX =
        """
        {{- range .proxies}}{{with .quantumult_x}}{{.}}
        {{end}}{{end -}}
        """;

    public static IReadOnlyList<BuiltInTemplate> All { get; } =
    [
        new("Clash", ClientTypes.Clash, TemplateFormat.Yaml, Clash),
        new("sing-box", ClientTypes.SingBox, TemplateFormat.Json, SingBox),
        new("Share links", ClientTypes.Links, TemplateFormat.Text, Links),
        new("Surge", ClientTypes.Surge, TemplateFormat.Text, Surge),
        new("Quantumult X", ClientTypes.QuantumultX, TemplateFormat.Text, QuantumultX),
    ];
}
