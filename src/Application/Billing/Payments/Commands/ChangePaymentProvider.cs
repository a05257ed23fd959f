using System.Text.Json;
using System.Text.Json.Nodes;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Platform.Site;
using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Payments.Commands;

/// <param name="Enabled">Null leaves it.</param>
/// <param name="ConfigJson">A JSON object of the fields to change; null leaves all, blank forgets all.</param>
public sealed record ChangePaymentProvider(string Key, bool? Enabled, string? ConfigJson) : ICommand<ProviderChange>, IChangesSettings
{
    public AuditRecord Audit(object? answer) => new("payment.update", "payment_provider", Key, answer);
}

/// <summary>What an audit row may hold: which fields, never their values.</summary>
public sealed record ProviderChange(bool Enabled, IReadOnlyList<string> ChangedFields);

internal sealed class ChangePaymentProviderHandler(PaymentProviders providers, SettingEditor editor)
    : ICommandHandler<ChangePaymentProvider, ProviderChange>
{
    public async Task<Result<ProviderChange>> Handle(ChangePaymentProvider command, CancellationToken ct)
    {
        if ((await providers.Known(ct)).FirstOrDefault(provider => provider.Key == command.Key) is not { } provider)
            return PaymentErrors.ProviderNotFound;

        // What is stored, not what is remembered: the whole text is written back.
        var enabled = await editor.Current(PaymentSettings.Enabled, ct);
        var configs = await editor.Current(PaymentSettings.Config, ct);
        var before = PaymentProviders.Configure(provider, enabled, configs, await editor.Current(SiteSettings.Url, ct));
        if (command.Enabled == true && !before.IsReady)
            return PluginErrors.Changed;

        var config = Edit(before, command.ConfigJson);
        if (!config.IsSuccess)
            return config.Error;

        var after = before with { Enabled = command.Enabled ?? before.Enabled, Config = config.Value };
        if (after is { Enabled: true, Obstacle: { } obstacle })
            return obstacle;

        return await Store(before, after, enabled, configs, ct);
    }

    private static Result<IReadOnlyDictionary<string, string>> Edit(ConfiguredProvider before, string? text)
    {
        if (text is null)
            return Result.Of(before.Config);

        var fields = before.Provider.Fields;
        if (string.IsNullOrWhiteSpace(text))
            return fields.ToDictionary(field => field.Name, field => field.Default);

        if (Parse(text) is not { } sent)
            return Error.Validation("config_json", "config_json must be a JSON object of texts");

        var config = before.Config.ToDictionary();
        foreach (var (name, value) in sent)
        {
            if (fields.FirstOrDefault(field => field.Name == name) is not { } field)
                return Error.Validation(name, $"unknown field {name}");

            if (field.IsSecret && (string.IsNullOrWhiteSpace(value) || value == Setting.Mask))
                continue;

            var folded = field.Fold(value);
            if (field.Validate(folded) is { } complaint)
                return Error.Validation(name, $"{name} {complaint}");

            config[name] = folded;
        }

        if (Unsent(before, sent, config) is { } secret)
            return Error.Validation(secret, $"{secret} has to be given again, because an address changes", "settings.secret_required");

        return config;
    }

    /// <summary>A stored secret that would go to an address that it was not given for. The site's own addresses get none.</summary>
    private static string? Unsent(
        ConfiguredProvider before, Dictionary<string, string> sent, Dictionary<string, string> config)
    {
        var fields = before.Provider.Fields;
        if (!fields.Any(field => field is { IsUrl: true, Name: not ("return_url" or "notify_url") } && before.Config[field.Name] != config[field.Name]))
            return null;

        return fields.FirstOrDefault(field => field.IsSecret && config[field.Name].Length > 0
            && (!sent.TryGetValue(field.Name, out var text) || string.IsNullOrWhiteSpace(text) || text == Setting.Mask))?.Name;
    }

    private static Dictionary<string, string>? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Texts();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<Result<ProviderChange>> Store(
        ConfiguredProvider before,
        ConfiguredProvider after,
        IReadOnlyDictionary<string, bool> enabled,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> configs,
        CancellationToken ct)
    {
        var switches = new JsonObject(enabled.Where(pair => pair.Key != after.Key).Append(new(after.Key, after.Enabled))
            .Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
        var switched = await editor.Change(PaymentSettings.Enabled.Key, switches.ToJsonString(), ct);
        if (!switched.IsSuccess)
            return switched.Error;

        var texts = new JsonObject(configs.Where(pair => pair.Key != after.Key).Append(new(after.Key, after.Config))
            .Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Values(pair.Value))));
        var stored = await editor.Change(PaymentSettings.Config.Key, texts.ToJsonString(), ct);
        if (!stored.IsSuccess)
            return stored.Error;

        var changed = after.Config.Where(pair => before.Config[pair.Key] != pair.Value).Select(pair => pair.Key);
        return new ProviderChange(after.Enabled, [.. changed]);
    }

    private static JsonObject Values(IReadOnlyDictionary<string, string> config) =>
        new(config.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
}
