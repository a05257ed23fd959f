using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Webhooks;

namespace VpsPanel.Application.Engagement.Webhooks;

/// <summary>A receiver of events.</summary>
/// <param name="Name">Unique among the hooks; what is on its way is found again by it.</param>
/// <param name="Secret">Blank sends without signatures.</param>
/// <param name="Events">None means all.</param>
public sealed record WebhookEndpoint(string Name, string Url, string Secret, bool Enabled, IReadOnlyList<string> Events)
{
    public bool IsUsable => Enabled && Url.Length > 0;

    public bool Wants(string eventType) =>
        IsUsable && (Events.Count == 0 || Events.Contains(eventType, StringComparer.OrdinalIgnoreCase));

    // Addresses of chat services carry their token.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append("Name = ").Append(Name);
        return true;
    }
}

/// <summary>The JSON in which hooks are stored and sent.</summary>
public static class WebhookEndpointJson
{
    public const string Expected =
        "a JSON array of at most 50 objects with name, url (http or https, at most 500 characters), secret, enabled and events";

    private const int MaxHooks = 50;
    private const int MaxName = 100;
    private const int MaxUrl = 500;
    private const int MaxSecret = 500;
    private const int MaxEvents = 50;

    /// <summary>Null when it is no list of hooks. A hook without a name is called after its host.</summary>
    public static IReadOnlyList<WebhookEndpoint>? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() > MaxHooks)
            return null;

        List<WebhookEndpoint> hooks = [];
        foreach (var entry in json.EnumerateArray())
        {
            if (Entry(entry) is not { } hook)
                return null;

            hooks.Add(hook with { Name = Unique(hook, hooks) });
        }

        return hooks;
    }

    public static string Write(IEnumerable<WebhookEndpoint> hooks) => new JsonArray([.. hooks.Select(hook => new JsonObject
    {
        ["name"] = hook.Name,
        ["url"] = hook.Url,
        ["secret"] = hook.Secret,
        ["enabled"] = hook.Enabled,
        ["events"] = new JsonArray([.. hook.Events.Select(name => (JsonNode)name)]),
    })]).ToJsonString();

    /// <summary>Why the list cannot be stored; null when every hook can hear something.</summary>
    public static string? Refuse(IReadOnlyList<WebhookEndpoint> hooks)
    {
        foreach (var hook in hooks)
        {
            if (hook.Url.Length == 0)
                return $"must give {hook.Name} a url";

            if (hook.Events.FirstOrDefault(name => !WebhookMessages.Events.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown)
                return $"must not name the unknown event {unknown}; there are {string.Join(", ", WebhookMessages.Events)}";
        }

        return null;
    }

    private static WebhookEndpoint? Entry(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object
            || Text(entry, "name", MaxName) is not { } name
            || Text(entry, "url", MaxUrl) is not { } url || !Links.IsEndpoint(url)
            || Text(entry, "secret", MaxSecret) is not { } secret
            || Events(entry) is not { } events)
        {
            return null;
        }

        var isSwitched = entry.TryGetProperty("enabled", out var enabled) && enabled.ValueKind != JsonValueKind.Null;
        return isSwitched && enabled.ValueKind is not (JsonValueKind.True or JsonValueKind.False)
            ? null
            : new WebhookEndpoint(name, url, secret == Setting.Mask ? "" : secret, !isSwitched || enabled.GetBoolean(), events);
    }

    private static string? Text(JsonElement entry, string name, int max)
    {
        if (!entry.TryGetProperty(name, out var member) || member.ValueKind == JsonValueKind.Null)
            return "";

        return member.ValueKind == JsonValueKind.String && member.GetString()!.Trim() is var text && text.Length <= max
            && !text.Any(char.IsControl) ? text : null;
    }

    private static IReadOnlyList<string>? Events(JsonElement entry)
    {
        if (!entry.TryGetProperty("events", out var events) || events.ValueKind == JsonValueKind.Null)
            return [];

        if (events.ValueKind != JsonValueKind.Array || events.GetArrayLength() > MaxEvents)
            return null;

        var names = events.EnumerateArray().Select(name => name.ValueKind == JsonValueKind.String ? name.GetString()!.Trim() : null)
            .ToList();
        return names.Exists(name => name is null or { Length: 0 or > WebhookDelivery.MaxEventType }) ? null : [.. names.OfType<string>()];
    }

    private static string Unique(WebhookEndpoint hook, List<WebhookEndpoint> others)
    {
        var name = hook.Name.Length > 0 ? hook.Name : HostOf(hook.Url);
        var free = name;
        for (var number = 2; others.Exists(other => other.Name.Equals(free, StringComparison.OrdinalIgnoreCase)); number++)
            free = $"{name} {number}";

        return free;
    }

    private static string HostOf(string url)
    {
        var host = url.Length == 0 ? "hook" : new Uri(url).Host;
        return host.Length > MaxName ? host[..MaxName] : host;
    }
}
