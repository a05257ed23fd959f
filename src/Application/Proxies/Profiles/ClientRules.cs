using System.Text.Json;
using System.Text.RegularExpressions;
using VpsPanel.Application.Proxies.Clients;

namespace VpsPanel.Application.Proxies.Profiles;

/// <summary>Which kind of client a User-Agent stands for: the first rule that matches decides.</summary>
public sealed class ClientRules
{
    public const int MaxAgent = 512;
    private const int MaxPattern = 200;
    private const int MaxRules = 100;

    private readonly IReadOnlyList<(Regex Agent, string Client)> _rules;

    private ClientRules(IReadOnlyList<(Regex Agent, string Client)> rules) => _rules = rules;

    /// <summary>Null for what is no list of rules.</summary>
    public static ClientRules? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() > MaxRules)
            return null;

        var rules = json.EnumerateArray().Select(Rule).ToList();
        return rules.Contains(null) ? null : new ClientRules([.. rules.Select(rule => rule!.Value)]);
    }

    public string? ClientOf(string agent)
    {
        var known = agent.Length <= MaxAgent ? agent : agent[..MaxAgent];
        return _rules.FirstOrDefault(rule => rule.Agent.IsMatch(known)).Client;
    }

    /// <summary>A pattern must be anchored: clients name each other in the middle of their User-Agents.</summary>
    private static (Regex, string)? Rule(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || Text(json, "agent") is not { } pattern || Text(json, "client") is not { } client)
            return null;

        try
        {
            const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
            return client.Trim().Length is > 0 and <= 32 && pattern.StartsWith('^') && !HasBareAlternative(pattern)
                ? (new Regex(pattern, Linear, TimeSpan.FromSeconds(1)), ClientTypes.Of(client.Trim().ToLowerInvariant()))
                : null;
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>In <c>^a|b</c> the anchor holds for the first word only.</summary>
    private static bool HasBareAlternative(string pattern)
    {
        var depth = 0;
        for (var at = 0; at < pattern.Length; at++)
        {
            switch (pattern[at])
            {
                case '\\':
                    at++;
                    break;
                case '(':
                    depth++;
                    break;
                case ')':
                    depth--;
                    break;
                case '|' when depth == 0:
                    return true;
            }
        }

        return false;
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            && value.GetString() is { Length: <= MaxPattern } text
            ? text
            : null;
}
