using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VpsPanel.Application.Proxies.Outbounds.Dialects;

/// <summary>The ways in which keys are read. An empty text, an empty list and null say nothing.</summary>
internal static class KeyReaders
{
    // The key of an ML-DSA-65 signature has 2,603 characters.
    private const int MaxText = 8192;

    /// <summary>One line of text, or a number.</summary>
    public static KeyReader Text(ProxyField field) => (key, found) => Put(field, key, found, OneText(key, found));

    /// <summary>A text, or the first of a list.</summary>
    public static KeyReader First(ProxyField field) => (key, found) => Put(field, key, found, FirstText(key, found));

    /// <summary>A text with commas, or a list of texts.</summary>
    public static KeyReader List(ProxyField field) => (key, found) => Put(field, key, found, AllTexts(key, found));

    /// <summary>A list or text of one member: two of them cannot be kept by every client.</summary>
    public static KeyReader Single(ProxyField field) => (key, found) =>
    {
        var texts = AllTexts(key, found);
        if (texts?.Contains(',', StringComparison.Ordinal) == true)
            found.Refuse(key.Path, "must hold one value");
        else
            Put(field, key, found, texts);
    };

    public static KeyReader Flag(ProxyField field) => (key, found) =>
    {
        if (Word(key, found) is not { } word)
            return;

        if (AsFlag(word) is { } flag)
            found.Put(field, flag, key.Path);
        else
            found.Refuse(key.Path, "must be true or false");
    };

    public static KeyReader Number(ProxyField field) => (key, found) =>
    {
        if (OneText(key, found) is not { } text)
            return;

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            found.Put(field, number.ToString(CultureInfo.InvariantCulture), key.Path);
        else
            found.Refuse(key.Path, "must be a whole number");
    };

    /// <summary>Megabits in a second: <c>50</c> or <c>50 Mbps</c>.</summary>
    public static KeyReader Mbps(ProxyField field) => (key, found) =>
    {
        if (OneText(key, found) is not { } text)
            return;

        var digits = text.EndsWith("mbps", StringComparison.OrdinalIgnoreCase) ? text[..^4].Trim() : text;
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 1_000_000)
            found.Put(field, number.ToString(CultureInfo.InvariantCulture), key.Path);
        else
            found.Refuse(key.Path, "must be a number of megabits");
    };

    /// <summary>A time in seconds: <c>30</c> or <c>30s</c>.</summary>
    public static KeyReader Seconds(ProxyField field) => (key, found) =>
    {
        if (OneText(key, found) is not { } text)
            return;

        if (int.TryParse(text.TrimEnd('s'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 5 and <= 86_400)
            found.Put(field, number.ToString(CultureInfo.InvariantCulture), key.Path);
        else
            found.Refuse(key.Path, "must be a number of seconds from 5 to 86400");
    };

    /// <summary>Whether TLS is on; v2board writes 2 for REALITY.</summary>
    public static void Tls(KeyValue key, Findings found)
    {
        switch (Word(key, found))
        {
            case null:
                break;
            case "2" or "reality":
                found.Put(ProxyField.Security, "reality", key.Path);
                break;
            case "true" or "1" or "tls":
                found.Put(ProxyField.Tls, "true", key.Path);
                break;
            case "false" or "0" or "none":
                found.Put(ProxyField.Tls, "false", key.Path);
                break;
            default:
                found.Refuse(key.Path, "must be true, false, 0, 1, 2, none, tls or reality");
                break;
        }
    }

    /// <summary>The transport's security, which some dialects write where others write the cipher of vmess.</summary>
    public static void Security(KeyValue key, Findings found)
    {
        switch (Word(key, found))
        {
            case null:
                break;
            case "none" or "false" or "0":
                found.Put(ProxyField.Security, "none", key.Path);
                break;
            case "tls" or "true" or "1":
                found.Put(ProxyField.Security, "tls", key.Path);
                break;
            case "reality":
                found.Put(ProxyField.Security, "reality", key.Path);
                break;
            case ("auto" or "aes-128-gcm" or "chacha20-poly1305" or "zero") and { } cipher when found.Protocol == ProxyProtocols.Vmess:
                found.Put(ProxyField.Method, cipher, key.Path);
                break;
            default:
                found.Refuse(key.Path, "must be none, tls or reality");
                break;
        }
    }

    /// <summary>Of vless its own encryption, of the others the cipher.</summary>
    public static void Encryption(KeyValue key, Findings found) =>
        Put(found.Protocol == ProxyProtocols.Vless ? ProxyField.Encryption : ProxyField.Method, key, found, OneText(key, found));

    /// <summary>The SHA-256 of a certificate to some, a browser's name to others. 64 digits cannot be a browser.</summary>
    public static void Fingerprint(KeyValue key, Findings found)
    {
        if (OneText(key, found) is not { } text)
            return;

        var digits = text.Replace(":", "", StringComparison.Ordinal);
        var isPin = digits.Length == 64 && digits.All(char.IsAsciiHexDigit);
        found.Put(isPin ? ProxyField.CertificatePin : ProxyField.Fingerprint, isPin ? text : text.ToLowerInvariant(), key.Path);
    }

    /// <summary>The protocol's name to some, the transport's to others.</summary>
    public static void Type(KeyValue key, Findings found)
    {
        if (OneText(key, found) is not { } text)
            return;

        var word = text.ToLowerInvariant();
        if (ProxyProtocols.Of(word) == found.Protocol || (word == "hysteria" && found.Protocol == ProxyProtocols.Hysteria2))
            return;

        if (ProxyProtocols.Of(word) is not null)
            found.Refuse(key.Path, "names another protocol than the kernel's");
        else
            Network(key, found);
    }

    public static void Network(KeyValue key, Findings found)
    {
        // Shadowsocks and hysteria list here what they relay.
        if (OneText(key, found)?.ToLowerInvariant() is not { } word || word is "tcp,udp" or "udp,tcp")
            return;

        var kind = word switch
        {
            "tcp" or "raw" or "none" => Transports.Tcp,
            "ws" or "websocket" => Transports.WebSocket,
            "grpc" or "gun" => Transports.Grpc,
            "httpupgrade" => Transports.HttpUpgrade,
            "xhttp" or "splithttp" => Transports.Xhttp,
            "kcp" or "mkcp" => Transports.Kcp,
            "h2" => Transports.H2,
            "quic" => Transports.Quic,
            _ => null,
        };
        if (kind is not null)
            found.Put(ProxyField.Network, kind, key.Path);
        else if (word == "http")
            found.Put(ProxyField.HttpWord, "true", key.Path);
        else
            found.Refuse(key.Path, "must be tcp, ws, grpc, httpupgrade, xhttp, kcp, h2 or quic");
    }

    /// <summary>That settings are of this transport.</summary>
    public static KeyReader SettingsOf(string transport) => (key, found) =>
    {
        if (key.Value.EnumerateObject().Any())
            found.Put(ProxyField.NetworkSettings, transport, key.Path);
    };

    public static void IsTlsObject(KeyValue key, Findings found)
    {
        if (key.Value.EnumerateObject().Any())
            found.Put(ProxyField.TlsObject, "true", "config.tls");
    }

    /// <summary>An object, or its text.</summary>
    public static void Json(KeyValue key, ProxyField field, Findings found)
    {
        try
        {
            var node = key.Value.ValueKind == JsonValueKind.String ? JsonNode.Parse(key.Value.GetString()!) : JsonNode.Parse(key.Value.GetRawText());
            if (node is JsonObject { Count: > 0 } json)
                found.Put(field, json.ToJsonString(), key.Path);
            else if (node is not (null or JsonObject))
                found.Refuse(key.Path, "must be an object");
        }
        catch (JsonException)
        {
            found.Refuse(key.Path, "must be an object");
        }
    }

    /// <summary>Base64, the lines of a PEM block, or where to ask for the keys.</summary>
    public static void Ech(KeyValue key, Findings found)
    {
        var lines = key.Value.ValueKind switch
        {
            JsonValueKind.Array => Texts(key, found),
            JsonValueKind.String => key.Value.GetString()!.Split('\n', StringSplitOptions.TrimEntries),
            _ => [OneText(key, found) ?? ""],
        };
        var text = string.Concat(lines.Where(line => !line.StartsWith("-----", StringComparison.Ordinal))).Trim();
        if (text.Length > MaxText)
            found.Refuse(key.Path, "is too long");
        else if (text.Length > 0)
            found.Put(ProxyField.Ech, text, key.Path);
    }

    public static void Extra(KeyValue key, Findings found) => Json(key, ProxyField.Extra, found);

    public static void FinalMask(KeyValue key, Findings found) => Json(key, ProxyField.FinalMask, found);

    /// <summary>The server's secret, which clients must not get and this service must not keep.</summary>
    public static void Secret(KeyValue key, Findings found) =>
        found.Refuse(key.Path, "is the server's own secret: give the public key (public_key) instead");

    /// <summary>The server's half of VLESS encryption holds its private key.</summary>
    public static void Decryption(KeyValue key, Findings found)
    {
        if (OneText(key, found) is { } text && text != "none")
            found.Refuse(key.Path, "is the server's own secret: give the clients' half (encryption) instead");
    }

    public static KeyReader Refused(string message) => (key, found) =>
    {
        if (key.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.False)
            && !(key.Value.ValueKind is JsonValueKind.String && key.Value.GetString()!.Length == 0)
            && !(key.Value.ValueKind is JsonValueKind.Array && key.Value.GetArrayLength() == 0))
            found.Refuse(key.Path, message);
    };

    public static string? OneText(KeyValue key, Findings found)
    {
        switch (key.Value.ValueKind)
        {
            case JsonValueKind.Null:
                return null;
            case JsonValueKind.Number:
                return key.Value.GetRawText();
            case JsonValueKind.String:
                return Line(key.Value.GetString()!, key, found);
            default:
                found.Refuse(key.Path, "must be a text");
                return null;
        }
    }

    private static string? FirstText(KeyValue key, Findings found) => key.Value.ValueKind == JsonValueKind.Array
        ? Texts(key, found).FirstOrDefault()
        : OneText(key, found);

    private static string? AllTexts(KeyValue key, Findings found)
    {
        var texts = key.Value.ValueKind == JsonValueKind.Array
            ? Texts(key, found)
            : (OneText(key, found) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return string.Join(',', texts) is { Length: > 0 } joined ? joined : null;
    }

    private static string[] Texts(KeyValue key, Findings found) =>
    [
        .. key.Value.EnumerateArray().Select(item => OneText(new KeyValue(key.Path, item), found)).OfType<string>(),
    ];

    private static string? Word(KeyValue key, Findings found) => key.Value.ValueKind switch
    {
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => OneText(key, found)?.ToLowerInvariant(),
    };

    private static string? AsFlag(string word) => word switch
    {
        "true" or "1" => "true",
        "false" or "0" => "false",
        _ => null,
    };

    private static string? Line(string text, KeyValue key, Findings found)
    {
        var line = text.Trim();
        if (line.Length <= MaxText && !line.Any(char.IsControl))
            return line.Length > 0 ? line : null;

        found.Refuse(key.Path, "must be one line of text");
        return null;
    }

    private static void Put(ProxyField field, KeyValue key, Findings found, string? value)
    {
        if (value is not null)
            found.Put(field, value, key.Path);
    }
}
