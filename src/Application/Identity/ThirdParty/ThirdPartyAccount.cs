using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;

namespace VpsPanel.Application.Identity.ThirdParty;

/// <summary>
/// The settings of signed calls as they are stored now. Read past the node's memory: a change must bite at once everywhere.
/// </summary>
internal sealed record ThirdPartyAccount(
    bool Enabled, string ApiKey, string ApiSecret, string Algorithm, long NonceTtlSeconds, DateTimeOffset? CreatedAt,
    DateTimeOffset? UpdatedAt)
{
    private static readonly Sql<NoArgs, Row> Stored = new(
        """
        select s.setting_key, s.value, s.created_at, s.updated_at
        from settings s
        where s.setting_key in (
            'third_party_api_enabled', 'third_party_api_key', 'third_party_api_secret', 'third_party_encryption_algorithm',
            'third_party_nonce_ttl_seconds')
        """);

    public bool IsActive => Enabled && ApiKey.Length > 0 && ApiSecret.Length > 0;

    /// <exception cref="InvalidOperationException">The secret was sealed with another key: letting calls pass unsigned would be
    /// worse.</exception>
    public static async Task<ThirdPartyAccount> Read(IReadDb db, ISecretProtector secrets, CancellationToken ct)
    {
        var rows = (await db.List(Stored, NoArgs.Value, ct)).ToDictionary(row => row.SettingKey);
        var secret = rows.GetValueOrDefault(ThirdPartySettings.ApiSecret.Key) is { } row
            ? secrets.Unprotect(row.Value)
                ?? throw new InvalidOperationException("The stored third-party secret cannot be opened with this key.")
            : "";
        return new ThirdPartyAccount(
            Text(ThirdPartySettings.Enabled)!.Value,
            Text(ThirdPartySettings.ApiKey),
            secret,
            Text(ThirdPartySettings.EncryptionAlgorithm),
            Text(ThirdPartySettings.NonceTtlSeconds)!.Value,
            rows.Count == 0 ? null : rows.Values.Min(stored => stored.CreatedAt),
            rows.Count == 0 ? null : rows.Values.Max(stored => stored.UpdatedAt));

        T Text<T>(Setting<T> setting) => setting.Read(rows.GetValueOrDefault(setting.Key)?.Value);
    }

    internal sealed record Row(string SettingKey, string Value, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);
}
