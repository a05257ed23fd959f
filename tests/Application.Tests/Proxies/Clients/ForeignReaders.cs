using System.Diagnostics;
using System.Text.Json.Nodes;
using VpsPanel.Application.Proxies.Profiles;
using VpsPanel.Application.Proxies.Profiles.Formats;
using VpsPanel.Application.Tests.Proxies.Profiles;
using Xunit;

namespace VpsPanel.Application.Tests.Proxies.Clients;

/// <summary>What parsers of other projects make of the profiles: one process reads all documents of this class.</summary>
public sealed class ForeignReaders : IAsyncLifetime
{
    public static readonly string[] ClashAgents = ["clash.meta/v1.19.2", "clash.meta/v1.19.9", "clash.meta/v1.19.24"];

    /// <summary>Servers that both surgio and we can write as lines, with the words of surgio for them.</summary>
    internal static readonly (string Name, string Node)[] Lines =
    [
        ("ss", """{"type":"shadowsocks","method":"aes-256-gcm","udpRelay":true}"""),
        ("ss 2022", """{"type":"shadowsocks","method":"2022-blake3-aes-128-gcm","udpRelay":true}"""),
        ("ss obfs http", """{"type":"shadowsocks","method":"chacha20-ietf-poly1305","udpRelay":true,"obfs":"http","obfsHost":"www.example.com"}"""),
        ("ss obfs tls", """{"type":"shadowsocks","method":"aes-128-gcm","udpRelay":true,"obfs":"tls","obfsHost":"www.example.com"}"""),
        ("vmess", """{"type":"vmess","method":"auto","network":"tcp"}"""),
        ("vmess ws", """{"type":"vmess","method":"auto","network":"ws","wsOpts":{"path":"/ray","headers":{"Host":"cdn.example.com"}}}"""),
        ("vmess wss", """{"type":"vmess","method":"auto","network":"ws","tls":true,"sni":"cdn.example.com","wsOpts":{"path":"/ray","headers":{"Host":"cdn.example.com"}}}"""),
        ("trojan", """{"type":"trojan","sni":"a.example.com"}"""),
        ("trojan ws", """{"type":"trojan","sni":"cdn.example.com","network":"ws","wsPath":"/t","wsHeaders":{"host":"cdn.example.com"}}"""),
        ("trojan pinned", """{"type":"trojan","sni":"a.example.com","serverCertFingerprintSha256":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}"""),
    ];

    internal static readonly string[] Linked =
        ["ss", "ss 2022", "ss obfs http", "ss obfs tls", "ss v2ray-plugin", "vmess", "vmess tls", "vmess ws", "vmess wss", "vmess http", "trojan", "trojan ws", "trojan grpc"];

    public JsonNode Answers { get; private set; } = null!;

    internal static Proxy Proxy(string name)
    {
        var server = SampleServers.Server(name);
        return new Proxy(name, name, server, Credential.For(StandardProfiles.Owner.Secret, 1, server.Protocol));
    }

    public async Task InitializeAsync()
    {
        var folder = Path.Combine(Root(), "tests", "ClientReaders");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
            throw new InvalidOperationException("npm ci --prefix tests/ClientReaders --ignore-scripts installs the parsers; build/test.sh does it.");

        var (questions, answers) = (Path.GetTempFileName(), Path.GetTempFileName());
        try
        {
            await File.WriteAllTextAsync(questions, Questions().ToJsonString());
            await Run("node", Path.Combine(folder, "read.mjs"), questions, answers);
            Answers = JsonNode.Parse(await File.ReadAllTextAsync(answers))!;
        }
        finally
        {
            File.Delete(questions);
            File.Delete(answers);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static JsonObject Questions() => new()
    {
        ["profiles"] = new JsonArray(
        [
            .. ClashAgents.Select(agent => (JsonNode)StandardProfiles.Render("clash", nodes: SampleServers.Nodes, agent: agent)),
            StandardProfiles.Render("clash"),
            StandardProfiles.Render("clash", nodes: new NodeSet("0", [], [])),
        ]),
        ["links"] = new JsonArray([.. Linked.Select(name => (JsonNode)ShareLink.Of(Proxy(name)))]),
        ["nodes"] = new JsonArray([.. Lines.Select(line => Node(line.Name, line.Node))]),
    };

    private static JsonObject Node(string name, string words)
    {
        var (node, proxy) = (JsonNode.Parse(words)!.AsObject(), Proxy(name));
        node["nodeName"] = name;
        node["hostname"] = proxy.Server.Host;
        node["port"] = proxy.Server.Port;
        node["uuid"] = proxy.Credential.Uuid;
        node["password"] = proxy.Server.Protocol == "shadowsocks" ? proxy.ShadowsocksPassword : proxy.Credential.Password;
        node["surgeConfig"] = new JsonObject { ["vmessAEAD"] = true };
        node["quantumultXConfig"] = new JsonObject { ["vmessAEAD"] = true };
        return node;
    }

    private static async Task Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(string.Concat(said));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "VpsPanel.sln")))
            folder = folder.Parent!;

        return folder.FullName;
    }
}
