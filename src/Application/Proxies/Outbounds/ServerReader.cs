using System.Text.Json;
using VpsPanel.Application.Proxies.Outbounds.Dialects;

namespace VpsPanel.Application.Proxies.Outbounds;

/// <summary>What a kernel says of how clients reach it.</summary>
/// <param name="Server">Null for a kernel that no client can use.</param>
/// <param name="Faults">What is wrong; none for a protocol that no client speaks, whose configuration means nothing here.</param>
internal sealed record KernelReading(ProxyServer? Server, IReadOnlyList<KernelFault> Faults);

/// <summary>Reads the configuration of a kernel, in whatever dialects it is written.</summary>
internal static class ServerReader
{
    // Deeper than any dialect; protocol_settings may hold itself.
    private const int MaxDepth = 12;

    public static KernelReading Read(string kernel, string endpoint, string config)
    {
        try
        {
            using var json = JsonDocument.Parse(config);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? Read(kernel, endpoint, json.RootElement)
                : Broken();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Also text that is no text, such as half a surrogate pair.
            return Broken();
        }
    }

    /// <summary>The protocol as clients call it; null for one that they do not speak.</summary>
    public static string? ProtocolOf(string kernel, string config)
    {
        try
        {
            using var json = JsonDocument.Parse(config);
            return ProtocolOf(kernel, json.RootElement);
        }
        catch (JsonException)
        {
            return ProxyProtocols.Of(kernel);
        }
    }

    private static KernelReading Read(string kernel, string endpoint, JsonElement config)
    {
        if (ProtocolOf(kernel, config) is not { } protocol)
            return new KernelReading(null, []);

        var found = new Findings(protocol);
        Walk(config, Section.Root, "config", found, 0);
        var server = new ServerBuilder(found).Build(endpoint);
        return found.Faults.Count == 0 ? new KernelReading(server, []) : new KernelReading(null, found.Faults);
    }

    /// <summary>v2board calls both versions hysteria.</summary>
    private static string? ProtocolOf(string kernel, JsonElement config) => kernel == "hysteria"
        ? config.ValueKind == JsonValueKind.Object && config.EnumerateObject().Any(member => IsSecondVersion(member))
            ? ProxyProtocols.Hysteria2
            : null
        : ProxyProtocols.Of(kernel);

    private static bool IsSecondVersion(JsonProperty member) => DialectKeys.Fold(member.Name) switch
    {
        "version" => member.Value.ValueKind is JsonValueKind.Number or JsonValueKind.String && member.Value.ToString() == "2",
        "protocol_settings" => member.Value.ValueKind == JsonValueKind.Object && member.Value.EnumerateObject().Any(IsSecondVersion),
        _ => false,
    };

    private static void Walk(JsonElement json, Section section, string path, Findings found, int depth)
    {
        foreach (var member in json.EnumerateObject())
        {
            var (name, key) = ($"{path}.{member.Name}", DialectKeys.Fold(member.Name));
            var value = new KeyValue(name, member.Value);
            if (member.Value.ValueKind == JsonValueKind.Object && depth < MaxDepth && DialectKeys.Object(section, key) is { } inner)
            {
                inner.Says?.Invoke(value, found);
                Walk(member.Value, inner.Inner, name, found, depth + 1);
            }
            else if (DialectKeys.Reader(section, key) is { } reader)
            {
                reader(value, found);
            }
            else if (!DialectKeys.IsIgnored(section, key) && !IsEmptySection(section, key, member.Value))
            {
                found.Unknown(name);
            }
        }
    }

    /// <summary>Settings that are not there are also written as null, and by PHP as an empty list.</summary>
    private static bool IsEmptySection(Section section, string key, JsonElement value) => DialectKeys.Object(section, key) is not null
        && (value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0)
            || (value.ValueKind == JsonValueKind.String && value.GetString()!.Length == 0));

    private static KernelReading Broken() =>
        new(null, [new KernelFault(KernelFault.BadValue, ["config"], "config must be a JSON object of valid text")]);
}
