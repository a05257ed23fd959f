using System.Text.Json;
using VpsPanel.Application.Platform.Settings;

namespace VpsPanel.Application.Billing.Payments;

[SettingAccess("payment.list", "payment.update")]
internal static class PaymentSettings
{
    public static readonly Setting<IReadOnlyDictionary<string, bool>> Enabled = SettingKinds.Json<IReadOnlyDictionary<string, bool>>(
        "payment_providers_enabled",
        """{"approval":true,"balance":true,"custom":true,"yipay":false}""",
        "Which ways to pay are offered, by provider.",
        "a JSON object of true and false by provider",
        json => json.Members(member => member.ValueKind is JsonValueKind.True or JsonValueKind.False ? member.GetBoolean() : null));

    /// <summary>Sealed as a whole, since it holds merchants' keys.</summary>
    public static readonly Setting<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> Config =
        SettingKinds.Json<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>>(
            "payment_providers_config",
            "{}",
            "The configuration of the ways to pay, by provider; better edited at the provider.",
            "a JSON object of objects by provider",
            json => json.Members<IReadOnlyDictionary<string, string>>(provider => provider.Texts()),
            secret: true);

    public static readonly Setting<IReadOnlyList<string>> ReturnOrigins = new(
        "payment_return_origins",
        "",
        "Where gateways may send customers back to besides site_url and the configured clients, comma between.",
        "blank, or origins such as https://shop.example.com, comma between",
        text => text.Length <= 2000 && text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is var origins
            && Array.TrueForAll(origins, IsOrigin) ? origins : null);

    private static bool IsOrigin(string text) => WebAddress.IsAbsolute(text)
        && new Uri(text).GetLeftPart(UriPartial.Authority).Equals(text.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    /// <summary>The members as text; null when this is no object or one of them has parts of its own.</summary>
    public static Dictionary<string, string>? Texts(this JsonElement json) => json.Members(member => member.ValueKind switch
    {
        JsonValueKind.String => member.GetString(),
        JsonValueKind.Null => "",
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => member.GetRawText(),
        _ => null,
    });

    private static Dictionary<string, bool>? Members(this JsonElement json, Func<JsonElement, bool?> read)
    {
        var members = json.Members<object>(member => read(member));
        return members?.ToDictionary(member => member.Key, member => (bool)member.Value);
    }

    private static Dictionary<string, T>? Members<T>(this JsonElement json, Func<JsonElement, T?> read)
        where T : class
    {
        if (json.ValueKind != JsonValueKind.Object)
            return null;

        Dictionary<string, T> members = [];
        foreach (var member in json.EnumerateObject())
        {
            if (read(member.Value) is not { } value)
                return null;

            members[member.Name] = value;
        }

        return members;
    }
}
