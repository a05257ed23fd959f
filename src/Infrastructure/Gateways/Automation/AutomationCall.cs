using System.Globalization;

namespace VpsPanel.Infrastructure.Gateways.Automation;

/// <summary>One request of the upstream's protocol, before address and key are known.</summary>
internal sealed record AutomationCall(
    string Action, HttpMethod Method, bool InQuery, bool IsRead, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <summary>Reads by GET.</summary>
    public static AutomationCall Get(string action, params IReadOnlyList<(string Name, string Value)> fields) =>
        new(action, HttpMethod.Get, InQuery: true, IsRead: true, Pairs(fields));

    /// <summary>Reads by POST, as many of its calls do.</summary>
    public static AutomationCall Read(string action, params IReadOnlyList<(string Name, string Value)> fields) =>
        new(action, HttpMethod.Post, InQuery: false, IsRead: true, Pairs(fields));

    public static AutomationCall Change(string action, params IReadOnlyList<(string Name, string Value)> fields) =>
        new(action, HttpMethod.Post, InQuery: false, IsRead: false, Pairs(fields));

    /// <summary>A change whose parameters the upstream only takes from the address.</summary>
    public static AutomationCall ChangeByQuery(string action, params IReadOnlyList<(string Name, string Value)> fields) =>
        new(action, HttpMethod.Post, InQuery: true, IsRead: false, Pairs(fields));

    /// <summary>The protocol's times carry no zone; we send UTC.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public HttpRequestMessage ToRequest(Uri root, string apiKey)
    {
        var address = $"{root.AbsoluteUri.TrimEnd('/')}/{Action}";
        if (InQuery && Fields.Count > 0)
            address += "?" + string.Join(
                '&', Fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));

        var request = new HttpRequestMessage(Method, address);
        request.Headers.TryAddWithoutValidation("apikey", apiKey);
        if (Method == HttpMethod.Post)
            request.Content = new FormUrlEncodedContent(InQuery ? [] : Fields);

        return request;
    }

    /// <summary>What was sent, without what must not be seen.</summary>
    public IReadOnlyDictionary<string, string> MaskedFields() =>
        Fields.ToDictionary(field => field.Key, field => IsSecret(field.Key) ? "***" : field.Value);

    /// <summary>The text with every secret of this call struck out.</summary>
    public string Masked(string text, string apiKey)
    {
        foreach (var secret in Fields.Where(field => IsSecret(field.Key)).Select(field => field.Value).Append(apiKey))
        {
            if (secret.Length > 0)
                text = text.Replace(secret, "***", StringComparison.Ordinal);
        }

        return text;
    }

    private static bool IsSecret(string name) =>
        name.EndsWith("pwd", StringComparison.Ordinal) || name.Contains("password", StringComparison.Ordinal);

    private static List<KeyValuePair<string, string>> Pairs(IReadOnlyList<(string Name, string Value)> fields) =>
        [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))];
}
