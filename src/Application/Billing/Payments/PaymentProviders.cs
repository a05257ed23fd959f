using System.Text.Json;
using System.Text.Json.Nodes;
using VpsPanel.Application.Billing.Payments.Plugins;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Platform.Site;

namespace VpsPanel.Application.Billing.Payments;

/// <summary>The ways to pay, built in and by gateway, as they are configured.</summary>
public sealed class PaymentProviders(IEnumerable<IPaymentGateway> gateways, IPaymentPlugins plugins, ISettings settings)
{
    public const string Approval = "approval";
    public const string Balance = "balance";
    public const string Custom = "custom";

    private static readonly PaymentProvider[] BuiltIn =
    [
        new(Approval, "Approval", true, []),
        new(Balance, "Balance", true, []),
        new(Custom, "Custom", true,
        [
            new("pay_url", "Payment page") { IsUrl = true, IsPublic = true },
            new("instructions", "Instructions") { IsPublic = true, MaxLength = 4000 },
        ]),
    ];

    /// <summary>By key. A plugin never takes the place of what is built in.</summary>
    public async Task<IReadOnlyList<KnownProvider>> Known(CancellationToken ct)
    {
        var known = BuiltIn.Select(provider => new KnownProvider(provider, null))
            .Concat(gateways.Concat(await plugins.Gateways(ct)).Select(gateway => new KnownProvider(gateway.Provider, gateway)));
        return [.. known.DistinctBy(provider => provider.Key).OrderBy(provider => provider.Key, StringComparer.Ordinal)];
    }

    /// <summary>Whether the key is one that no plugin can have.</summary>
    public bool IsBuiltIn(string key) =>
        BuiltIn.Concat(gateways.Select(gateway => gateway.Provider))
            .Any(provider => provider.Key.Equals(key, StringComparison.OrdinalIgnoreCase));

    public async Task<IReadOnlyList<ConfiguredProvider>> List(CancellationToken ct)
    {
        var enabled = await settings.Get(PaymentSettings.Enabled, ct);
        var configs = await settings.Get(PaymentSettings.Config, ct);
        var site = await settings.Get(SiteSettings.Url, ct);
        return [.. (await Known(ct)).Select(provider => Configure(provider, enabled, configs, site))];
    }

    /// <summary>Null when there is no such provider.</summary>
    public async Task<ConfiguredProvider?> Find(string key, CancellationToken ct) =>
        (await List(ct)).FirstOrDefault(provider => provider.Key == key);

    /// <summary>A stored value of a field that no longer exists does not show.</summary>
    internal static ConfiguredProvider Configure(
        KnownProvider known,
        IReadOnlyDictionary<string, bool> enabled,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> configs,
        string siteUrl)
    {
        var provider = known.Provider;
        var stored = configs.GetValueOrDefault(provider.Key);
        return new ConfiguredProvider(
            provider,
            known.Gateway,
            enabled.GetValueOrDefault(provider.Key, provider.EnabledByDefault),
            provider.Fields.ToDictionary(field => field.Name, field => stored?.GetValueOrDefault(field.Name) ?? field.Default),
            siteUrl);
    }
}

/// <summary>The JSON texts in which clients read a provider.</summary>
internal static class ProviderTexts
{
    /// <summary>What the fields are, in the words of JSON Schema.</summary>
    public static string Schema(this PaymentProvider provider, Func<ProviderField, bool> shown)
    {
        var properties = new JsonObject();
        foreach (var field in provider.Fields.Where(shown))
            properties[field.Name] = Property(field);

        return new JsonObject { ["title"] = provider.Name, ["type"] = "object", ["properties"] = properties }.ToJsonString(Plain);
    }

    public static string ConfigText(this ConfiguredProvider provider, Func<ProviderField, bool> shown)
    {
        var values = new JsonObject();
        foreach (var field in provider.Provider.Fields.Where(shown))
        {
            var value = provider.Config[field.Name];
            values[field.Name] = field.IsSecret && value.Length > 0 ? Setting.Mask : value;
        }

        return values.ToJsonString(Plain);
    }

    private static JsonObject Property(ProviderField field)
    {
        var property = new JsonObject { ["type"] = "string", ["title"] = field.Title, ["default"] = field.Default };
        if (field.Choices.Count > 0)
            property["enum"] = new JsonArray([.. field.Choices.Select(choice => (JsonNode)choice)]);

        return property;
    }

    public static bool Everything(ProviderField field) => true;

    public static bool PublicParts(ProviderField field) => field is { IsPublic: true, IsSecret: false };

    private static JsonSerializerOptions Plain { get; } =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
