using System.Text.Json.Nodes;
using VpsPanel.Application.Proxies.Clients;
using VpsPanel.Application.Proxies.Outbounds;
using VpsPanel.Application.Proxies.Profiles;
using VpsPanel.Application.Tests.Proxies.Profiles;

namespace VpsPanel.Application.Tests.Proxies.Outbounds;

/// <summary>What one client gets of one kernel.</summary>
internal static class DeliveredEntry
{
    public const string PublicKey = "bqBb5wm8jKRXNMrTX7vCXtPGKMBe1oUVJ4ECmQiaUBc";
    public const string Endpoint = "node.example.com:443";

    public static readonly CoreVersion NewestMihomo = new(1, 19, 24);

    public static ClientIdentity Mihomo(string version = "1.19.24") => new(ClientFamily.Mihomo, CoreVersion.Parse(version)!.Value, "");

    public static ClientIdentity SingBox(string version = "1.14.1") => new(ClientFamily.SingBox, CoreVersion.Parse(version)!.Value, "");

    public static ClientIdentity Client(ClientFamily family) => new(family, CoreVersion.None, "");

    public static ProxyServer Server(string kernel, string config, string endpoint = Endpoint)
    {
        var reading = ServerReader.Read(kernel, endpoint, config);
        return reading.Server ?? throw new InvalidOperationException(string.Join("; ", reading.Faults.Select(fault => fault.Message)));
    }

    /// <summary>Null when the client gets nothing.</summary>
    public static JsonNode? Clash(string kernel, string config, string version = "1.19.24") =>
        Fields(kernel, config, Mihomo(version)) is { } fields ? Json(fields["clash"]) : null;

    public static JsonNode? SingBoxEntry(string kernel, string config, string version = "1.14.1") =>
        Fields(kernel, config, SingBox(version)) is { } fields ? Json(fields["sing_box"]) : null;

    public static string? Link(string kernel, string config) => Fields(kernel, config, Client(ClientFamily.Links))?.Link;

    public static string? Line(ClientFamily family, string kernel, string config) =>
        (string?)Fields(kernel, config, Client(family))?[family switch
        {
            ClientFamily.Surge => "surge",
            ClientFamily.QuantumultX => "quantumult_x",
            _ => "loon",
        }];

    /// <summary>The link's parameters.</summary>
    public static Dictionary<string, string>? Parameters(string kernel, string config) => Link(kernel, config) is { } link
        ? new Uri(link).Query.TrimStart('?').Split('&').Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]))
        : null;

    private static ProxyFields? Fields(string kernel, string config, ClientIdentity client)
    {
        var server = Server(kernel, config);
        return ClientSupport.IsDelivered(server, client)
            ? new ProxyFields(new Proxy("n", "n", server, Credential.For(StandardProfiles.Owner.Secret, 1, server.Protocol)), client)
            : null;
    }

    private static JsonNode? Json(object? value) => value switch
    {
        IReadOnlyDictionary<string, object?> map => new JsonObject(map.Select(entry => KeyValuePair.Create(entry.Key, Json(entry.Value)))),
        IReadOnlyList<object?> list => new JsonArray([.. list.Select(Json)]),
        string text => JsonValue.Create(text),
        long number => JsonValue.Create(number),
        bool flag => JsonValue.Create(flag),
        _ => null,
    };
}
