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
        ["method"] = "balance",
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
        ["strategy"] = "daily",
        ["period"] = "month",
        ["granularity"] = "month",
        ["host"] = "smtp.example.com",
        ["content_html"] = "<p>Open now.</p>",
        ["custom_html"] = "<p>Open now.</p>",
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
        ["encryption_algorithm"] = "aes-256-gcm",
        ["key"] = "site_name",
        ["value"] = "Cloud Console",
        ["feature"] = "Unlimited speed",
        ["tag"] = "popular",
        ["real_name"] = "张三",
        ["id_number"] = "110101199003070134",
        ["setup_code"] = "4F7K-9Q2M",
        ["revision"] = "r12",
        ["move"] = "approve",
        ["actor"] = "alice",
        ["actor_kind"] = "admin",
        ["after"] = "Cloud Console",
        ["before"] = "VPS Console",
        ["automation_instance_id"] = "1042",
        ["avatar"] = "https://example.com/alice.png",
        ["bio"] = "Runs a small shop.",
        ["intro"] = "Sells tea since 2010.",
        ["block_action"] = "purchase_vps",
        ["body"] = "It works.",
        ["boot_id"] = "5c1f0a52-4b7e",
        ["changelog"] = "Adds a rule for news sites.",
        ["client"] = "Firefox on Linux",
        ["config_file"] = "/etc/vpspanel/settings.json",
        ["content"] = "It has not answered since this morning.",
        ["content_json"] = "{}",
        ["cpu_model"] = "AMD EPYC 7763",
        ["created_by"] = "alice",
        ["default"] = "VpsPanel",
        ["description"] = "For one person on five devices.",
        ["dsn"] = "Host=db.example.com;Database=vpspanel",
        ["enabled_sha256"] = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        ["endpoint"] = "https://node1.example.com:8443",
        ["entry_type"] = "purchase",
        ["event_id"] = "evt-20261231-0001",
        ["expected"] = "a text of at most 60 characters",
        ["failure_code"] = "card_declined",
        ["failure_message"] = "The bank declined.",
        ["payment_failure_code"] = "card_declined",
        ["payment_failure_message"] = "The bank declined.",
        ["file"] = "alipay",
        ["format"] = "go_template",
        ["friendly_name"] = "Approve orders",
        ["hook"] = "billing",
        ["hostname"] = "panel-1",
        ["host_name"] = "ecs-1042",
        ["icon"] = "list",
        ["intent_id"] = "pi_3Nv0c8",
        ["payment_intent_id"] = "pi_3Nv0c8",
        ["item_type"] = "plan",
        ["kernel_version"] = "6.1.0-28-amd64",
        ["key_hash"] = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        ["kind"] = "purchase",
        ["language"] = "zh-CN",
        ["last_error"] = "connection refused",
        ["last_note"] = "The receiver answered 503.",
        ["last_published_by"] = "alice",
        ["last_reply_role"] = "admin",
        ["last_status"] = "success",
        ["meaning"] = "The name of the site.",
        ["message"] = "It is done.",
        ["message_id"] = "evt-20261231-0001",
        ["mode"] = "merge",
        ["monitor_error"] = "the upstream did not answer in time",
        ["name"] = "Standard",
        ["note"] = "By bank transfer.",
        ["operator"] = "alice",
        ["os"] = "Debian 12",
        ["os_password"] = "Str0ng-passw0rd",
        ["panel_password"] = "Str0ng-passw0rd",
        ["vnc_password"] = "Str0ng-passw0rd",
        ["pass"] = "***",
        ["package_name"] = "Premium M",
        ["page"] = "home",
        ["panel_url_cache"] = "https://panel.example.com/vps/1042",
        ["parent_code"] = "order",
        ["payment_channel"] = "alipay",
        ["payment_reference"] = "2026123122001400001",
        ["payment_status"] = "succeeded",
        ["pending_reason"] = "waits for a review",
        ["plan_name"] = "Standard",
        ["platform"] = "linux",
        ["provider"] = "alipay",
        ["published_by"] = "alice",
        ["reaction"] = "mail-order-owner",
        ["reason"] = "The customer asked for it.",
        ["ref_type"] = "order",
        ["rejected_reason"] = "No transfer arrived.",
        ["request_id"] = "4bf92f3577b34da6a3ce929d0e0e4736",
        ["resource_name"] = "web-1",
        ["review_reason"] = "The transfer arrived.",
        ["route"] = "/orders",
        ["sender"] = "10001",
        ["sender_name"] = "Alice",
        ["sender_qq"] = "10001",
        ["sender_role"] = "user",
        ["service"] = "VpsPanel",
        ["stream"] = "order:1",
        ["subject"] = "My VPS is not reachable",
        ["subtitle"] = "Ready in a minute",
        ["summary"] = "The first login, step by step.",
        ["target"] = "catalog",
        ["target_id"] = "1",
        ["task_key"] = "vps_expire_lock",
        ["template_name"] = "order_approved",
        ["text"] = "pending",
        ["title"] = "Maintenance on Sunday",
        ["updated_by"] = "alice",
        ["user"] = "noreply@example.com",
        ["value_type"] = "string",
        ["verdict"] = "accepted",
        ["version"] = "1.0.0",
        ["status"] = "active",
    };

    // What may be any JSON.
    private static readonly Dictionary<string, string> Documents = new()
    {
        ["config"] = """{"port":443,"network":"tcp"}""",
        ["data"] = """{"order_no":"ORD-20261231-000001"}""",
        ["default_value"] = "\"rule\"",
        ["detail"] = """{"status":"active"}""",
        ["extra"] = """{"channel":"web"}""",
        ["port"] = "465",
        ["spec"] = """{"add_cores":1,"add_mem_gb":2}""",
        ["value"] = "\"Cloud Console\"",
        ["variables"] = """{"mode":{"value_type":"string","required":false}}""",
        ["webhooks"] = "[]",
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

    /// <summary>Of a property that may be any JSON.</summary>
    public static JsonNode? Document(string name) => JsonNode.Parse(Documents.GetValueOrDefault(name) ?? """{"note":"By bank transfer."}""");

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
            _ when name.EndsWith("_cents", StringComparison.Ordinal) => 1900,
            _ when name.EndsWith("bytes", StringComparison.Ordinal) => 107_374_182_400,
            _ when name.EndsWith("percent", StringComparison.Ordinal) => 12.5m,
            _ => 1,
        };
    }
}
