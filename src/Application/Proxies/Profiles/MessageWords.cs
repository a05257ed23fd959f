using System.Globalization;
using System.Text.Json;

namespace VpsPanel.Application.Proxies.Profiles;

/// <summary>What an entry says that stands in the place of servers. A template chooses the language by a variable <c>language</c> with a default value.</summary>
/// <param name="ExpiredOn">With a place for the day.</param>
internal sealed record MessageWords(string Disabled, string ExpiredOn, string UsedUp, string NoServers, string NothingForClient)
{
    public static MessageWords English { get; } =
        new("Subscription disabled", "Expired on {0:yyyy-MM-dd}", "Traffic used up", "No servers yet", "No servers for this client");

    private static readonly MessageWords Chinese = new("订阅已停用", "已于 {0:yyyy-MM-dd} 到期", "流量已用完", "暂无可用节点", "没有适用于此客户端的节点");

    public static MessageWords Of(PublishedTemplate template)
    {
        if (!template.Variables.Contains("language", StringComparison.Ordinal))
            return English;

        using var json = JsonDocument.Parse(template.Variables);
        return json.RootElement.TryGetProperty("language", out var variable) && variable.TryGetProperty("default_value", out var value)
            && value.ValueKind == JsonValueKind.String && value.GetString()!.StartsWith("zh", StringComparison.OrdinalIgnoreCase)
            ? Chinese
            : English;
    }

    public string Expired(DateTimeOffset at) => string.Format(CultureInfo.InvariantCulture, ExpiredOn, at.UtcDateTime);
}
