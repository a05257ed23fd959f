using System.Globalization;
using System.Net.Mail;
using System.Text.Json;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Settings;

/// <summary>
/// One key that operators can change while the service runs. Every static field of this type in a <c>*Settings</c> class of this
/// assembly is part of the registry.
/// </summary>
public abstract class Setting(string key, string defaultText, string meaning, string expected)
{
    /// <summary>What is shown in place of a secret; sent back, it leaves the secret as it is.</summary>
    public const string Mask = "********";

    public string Key { get; } = key;

    public string DefaultText { get; } = defaultText;

    /// <summary>One sentence for the operator, with unit and range.</summary>
    public string Meaning { get; } = meaning;

    /// <summary>Type and range in words, such as <c>a whole number from 1 to 60</c>.</summary>
    public string Expected { get; } = expected;

    /// <summary>Encrypted at rest, masked on the way out, never logged.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Kept as it was sent, although others see it: made to act in pages.</summary>
    public bool IsVerbatim { get; init; }

    /// <summary>The permission that changing it takes, through whichever route.</summary>
    public string ChangeNeeds => Needs ?? Access?.Change ?? "settings.update";

    /// <summary>The permission that seeing it in the list takes, besides that for the list.</summary>
    public string ViewNeeds => Access?.View ?? "settings.view";

    /// <summary>The permission of this key alone; null for that of its class.</summary>
    public string? Needs { get; init; }

    /// <summary>The secret goes to this address: when that changes, whoever changes it has to give the secret again.</summary>
    public Setting? GoesTo { get; init; }

    internal SettingAccessAttribute? Access { get; set; }

    /// <summary>The text as it is kept: what others see does not act, see <see cref="AuthoredText"/>.</summary>
    public string Clean(string text) => IsSecret || IsVerbatim ? text : IsJson ? AuthoredText.DefuseJson(text) : AuthoredText.Defuse(text);

    internal bool IsJson { get; init; }

    /// <summary>What is wrong with the text, or null.</summary>
    public abstract string? Validate(string text);

    /// <summary>The value as people may see it.</summary>
    public string Shown(string value) => IsSecret && value.Length > 0 ? Mask : value;
}

/// <summary>A setting with its type.</summary>
public sealed class Setting<T> : Setting
{
    private readonly Func<string, T?> _parse;
    private readonly T _default;

    internal Setting(string key, string defaultText, string meaning, string expected, Func<string, T?> parse)
        : base(key, defaultText, meaning, expected)
    {
        _parse = parse;
        _default = parse(defaultText) ?? throw new ArgumentException($"The default of {key} is not {expected}.", nameof(defaultText));
    }

    /// <summary>The value of a stored text; the default when nothing usable is stored.</summary>
    public T Read(string? text) => text is null ? _default : _parse(text) ?? _default;

    /// <summary>What is wrong with a value that is to be stored, or null. One that is stored already goes on being read.</summary>
    internal Func<T, string?>? Rule { get; init; }

    public override string? Validate(string text) => _parse(text) is { } value ? Rule?.Invoke(value) : $"must be {Expected}";
}

/// <summary>The kinds of settings.</summary>
public static class SettingKinds
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
    private const int MaxAddress = 500;
    private const int MaxMailbox = 254;

    public static Setting<string> Text(string key, string byDefault, string meaning, int maxLength = 2000, bool secret = false,
        Setting? goesTo = null) =>
        new(key, byDefault, meaning, $"text of at most {maxLength} characters", text => text.Length <= maxLength ? text : null)
        {
            IsSecret = secret,
            GoesTo = goesTo,
        };

    /// <summary>Text that is put into pages to act there.</summary>
    public static Setting<string> Verbatim(string key, string meaning, int maxLength, string needs) =>
        new(key, "", meaning, $"text of at most {maxLength} characters", text => text.Length <= maxLength ? text : null) 
        {
            IsVerbatim = true,
            Needs = needs,
        };

    /// <summary>What a page of the site shows or links to.</summary>
    public static Setting<string> Link(string key, string meaning) => new(
        key, "", meaning, "blank, an http or https address, or a path of this site, of at most 500 characters",
        text => text.Length <= MaxAddress && Links.IsSafe(text) ? text.Trim() : null);

    /// <summary>Where a service is that is called, or whose address is built upon.</summary>
    public static Setting<string> Service(string key, string meaning) => new(
        key, "", meaning, "blank, or an http or https address without login, query and fragment, of at most 500 characters",
        text => text.Length <= MaxAddress && Links.IsService(text) ? text.Trim() : null);

    /// <summary>Where messages are posted to.</summary>
    public static Setting<string> Endpoint(string key, string meaning) => new(
        key, "", meaning, "blank, or an http or https address without login and fragment, of at most 500 characters",
        text => text.Length <= MaxAddress && Links.IsEndpoint(text) ? text.Trim() : null);

    /// <summary>One e-mail address, or none.</summary>
    public static Setting<string> Mailbox(string key, string meaning) => new(
        key, "", meaning, "blank, or an e-mail address", text => text.Trim() is var address && (address.Length == 0 || IsMailbox(address)) ? address : null);

    public static Setting<string> Word(string key, string byDefault, string meaning, params string[] words) =>
        new(key, byDefault, meaning, "one of " + string.Join(", ", words),
            text => words.FirstOrDefault(word => word.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)));

    /// <summary>Takes true, 1, yes and false, 0, no in any case.</summary>
    public static Setting<bool?> Switch(string key, bool byDefault, string meaning) =>
        new(key, byDefault ? "true" : "false", meaning, "true or false", text => text.Trim().ToLowerInvariant() switch
        {
            "true" or "1" or "yes" => true,
            "false" or "0" or "no" => false,
            _ => null,
        });

    public static Setting<long?> Number(string key, long byDefault, string meaning, long min, long max) =>
        new(key, byDefault.ToString(CultureInfo.InvariantCulture), meaning, $"a whole number from {min} to {max}",
            text => long.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && number >= min && number <= max ? number : null);

    public static Setting<decimal?> Decimal(string key, decimal byDefault, string meaning, decimal min, decimal max) =>
        new(key, byDefault.ToString(CultureInfo.InvariantCulture), meaning, string.Create(CultureInfo.InvariantCulture, $"a number from {min} to {max}"),
            text => decimal.TryParse(text.Trim(), Plain, CultureInfo.InvariantCulture, out var number)
                && number >= min && number <= max ? number : null);

    /// <summary>An amount of the default currency in yuan, 0 or more, read as <see cref="MoneyText"/> has it.</summary>
    public static Setting<Money?> Amount(string key, long byDefaultCents, string meaning, long maxCents) =>
        new(key, (byDefaultCents / 100m).ToString("0.##", CultureInfo.InvariantCulture), meaning,
            $"an amount from 0 to {maxCents / 100} with at most two decimals",
            text => MoneyText.TryRead(text.Trim(), signed: false, out var cents) && cents <= maxCents ? Money.Yuan(cents) : null);

    /// <summary>The IANA name of a time zone, such as <c>Asia/Shanghai</c>, as the zone data of this machine spell it.</summary>
    public static Setting<TimeZoneInfo> Zone(string key, string byDefault, string meaning) =>
        new(key, byDefault, meaning, "the IANA name of a time zone, such as Asia/Shanghai", text => ZoneNames.Find(text.Trim()));

    /// <summary>A JSON text that <paramref name="parse"/> accepts by not answering null.</summary>
    public static Setting<T> Json<T>(
        string key, string byDefault, string meaning, string expected, Func<JsonElement, T?> parse,
        bool secret = false, Func<T, string?>? rule = null)
        where T : class =>
        new(key, byDefault, meaning, expected, text =>
        {
            try
            {
                using var document = JsonDocument.Parse(text);
                return parse(document.RootElement.Clone());
            }
            catch (JsonException)
            {
                return null;
            }
        })
        { IsSecret = secret, IsJson = true, Rule = rule };

    private static bool IsMailbox(string text) =>
        text.Length <= MaxMailbox && !text.Any(char.IsControl) && MailAddress.TryCreate(text, out var address) && address.Address == text;
}

public static class SettingsReading
{
    public static async ValueTask<bool> IsOn(this ISettings settings, Setting<bool?> setting, CancellationToken ct) =>
        (await settings.Get(setting, ct))!.Value;

    public static async ValueTask<long> Number(this ISettings settings, Setting<long?> setting, CancellationToken ct) =>
        (await settings.Get(setting, ct))!.Value;
}
