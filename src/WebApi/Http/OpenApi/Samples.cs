using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace VpsPanel.WebApi.Http.OpenApi;

/// <summary>Values that a person recognises, by the name of the property: the same name has the same example everywhere.</summary>
internal static class Samples
{
    private const long ExampleTime = 1_798_704_000; // 2026-12-31T08:00:00Z

    private static readonly Dictionary<string, string> Texts = new()
    {
        ["username"] = "alice",
        ["email"] = "alice@example.com",
        ["to"] = "alice@example.com",
        ["from"] = "noreply@example.com",
        ["display_name"] = "Alice",
        ["password"] = "Str0ng-passw0rd",
        ["new_password"] = "Str0ng-passw0rd",
        ["old_password"] = "Former-passw0rd",
        ["qq"] = "10001",
        ["phone"] = "13800138000",
        ["captcha_id"] = "KRSXG5A",
        ["captcha_code"] = "7KQ4M",
        ["image_base64"] = "iVBORw0KGgo=",
        ["access_token"] = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
        ["refresh_token"] = "kZ3bq0Zr5nYw8T1x",
        ["token"] = "kZ3bq0Zr5nYw8T1x",
        ["token_type"] = "Bearer",
        ["role"] = "user",
        ["roles"] = "user",
        ["currency"] = "CNY",
        ["order_no"] = "ORD-20261231-000001",
        ["number"] = "PO-20261231-000001",
        ["trade_no"] = "2026123122001400001",
        ["reference"] = "2026123122001400001",
        ["idempotency_key"] = "3f1c2a6e-order",
        ["method"] = "wallet",
        ["payment_method"] = "balance",
        ["lang"] = "zh-CN",
        ["slug"] = "welcome",
        ["code"] = "order.approve",
        ["permission"] = "order.*",
        ["scope"] = "robot",
        ["event"] = "order.approved",
        ["event_type"] = "order.approved",
        ["action"] = "order.approve",
        ["type"] = "order.approved",
        ["target_type"] = "order",
        ["resource_type"] = "vps",
        ["region"] = "HK",
        ["country"] = "HK",
        ["isp"] = "HGC",
        ["protocol"] = "vless",
        ["uuid"] = "7f6d2a0e-52a4-4f7c-9a37-5a3f0f7e5b11",
        ["sha256"] = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        ["ip"] = "198.51.100.7",
        ["address"] = "198.51.100.7",
        ["remote_ip"] = "198.51.100.7",
        ["port"] = "443",
        ["sport"] = "8443",
        ["direction"] = "in",
        ["daily_at"] = "03:30",
        ["date"] = "2026-12-31",
        ["sync_mode"] = "merge",
        ["strategy"] = "daily",
        ["period"] = "month",
        ["granularity"] = "month",
        ["host"] = "smtp.example.com",
        ["content_html"] = "<p>Open now.</p>",
        ["custom_html"] = "<p>Open now.</p>",
        ["content_json"] = "{}",
        ["config_json"] = "{}",
        ["schema_json"] = "{}",
        ["permissions_json"] = "[]",
        ["mime"] = "image/png",
        ["path"] = "2026/12/picture.png",
        ["audience"] = "all",
        ["category"] = "maintenance",
        ["client_type"] = "clash",
        ["content_type"] = "text/yaml",
        ["etag"] = "\"5f2a\"",
        ["encryption_algorithm"] = "hmac-sha256",
        ["key"] = "site_name",
        ["value"] = "Cloud Console",
        ["feature"] = "Unlimited speed",
        ["tag"] = "popular",
        ["real_name"] = "张三",
        ["id_number"] = "110101199003070134",
        ["setup_code"] = "4F7K-9Q2M",
        ["revision"] = "r12",
        ["move"] = "approve",
    };

    private static readonly Dictionary<string, JsonNode> Numbers = new()
    {
        ["amount"] = 100.00m,
        ["balance"] = 100.00m,
        ["months"] = 12,
        ["duration_months"] = 1,
        ["duration_days"] = 30,
        ["days"] = 30,
        ["renew_days"] = 30,
        ["cpu"] = 2,
        ["cores"] = 2,
        ["memory_gb"] = 4,
        ["disk_gb"] = 40,
        ["bandwidth_mbps"] = 100,
        ["capacity_mbps"] = 1000,
        ["dport"] = 22,
        ["devices_limit"] = 5,
        ["multiplier"] = 0.95m,
        ["monthly_price"] = 19.00m,
        ["interval_sec"] = 300,
        ["timeout_sec"] = 30,
        ["retry"] = 2,
        ["nonce_ttl_seconds"] = 300,
        ["expires_in"] = 86400,
        ["refresh_expires_in"] = 2592000,
        ["max_qty"] = 10,
    };

    public static JsonNode? Of(string name, JsonSchemaType type, string? format, string? description) => type switch
    {
        JsonSchemaType.Boolean => true,
        JsonSchemaType.String when format == "date-time" || name.EndsWith("_at", StringComparison.Ordinal) => "2026-12-31T08:00:00.000Z",
        JsonSchemaType.String => Text(name),
        JsonSchemaType.Integer or JsonSchemaType.Number => Number(name, type, description),
        _ => null,
    };

    /// <summary>Of the elements of a list with this name.</summary>
    public static string Singular(string name) => name.EndsWith("ies", StringComparison.Ordinal) ? name[..^3] + "y" : name.TrimEnd('s');

    /// <summary>A member of a map with this name.</summary>
    public static string KeyOf(string name) => name == "details" ? "email" : Singular(name) is { Length: > 0 } one ? one : "name";

    private static string Text(string name) =>
        Texts.GetValueOrDefault(name)
        ?? (name.EndsWith("url", StringComparison.Ordinal) ? "https://example.com/" : null)
        ?? (name.EndsWith("secret", StringComparison.Ordinal) || name.EndsWith("api_key", StringComparison.Ordinal) ? "kZ3bq0Zr5nYw8T1x" : null)
        ?? name.Replace('_', ' ');

    private static JsonNode Number(string name, JsonSchemaType type, string? description)
    {
        if (Numbers.TryGetValue(name, out var known) && (type == JsonSchemaType.Number || known.GetValueKind() == System.Text.Json.JsonValueKind.Number))
            return type == JsonSchemaType.Integer ? (long)decimal.Parse(known.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture) : known.DeepClone();

        if (description?.StartsWith("Unix seconds", StringComparison.Ordinal) == true || name.EndsWith("_at", StringComparison.Ordinal) || name == "timestamp")
            return ExampleTime;

        return name switch
        {
            _ when description?.StartsWith("Yuan", StringComparison.Ordinal) == true => 100.00m,
            _ when name.EndsWith("_cents", StringComparison.Ordinal) => 1900,
            _ when name.EndsWith("bytes", StringComparison.Ordinal) => 107_374_182_400,
            _ when name.EndsWith("percent", StringComparison.Ordinal) => 12.5m,
            _ => 1,
        };
    }
}
