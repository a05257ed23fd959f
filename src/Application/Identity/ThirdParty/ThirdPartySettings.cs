using VpsPanel.Application.Platform.Settings;

namespace VpsPanel.Application.Identity.ThirdParty;

[SettingAccess("security_setting.view", "security_setting.update")]
public static class ThirdPartySettings
{
    public const string AesGcm256 = "aes-256-gcm";
    public const long DefaultNonceTtlSeconds = 300;
    public const long MaxNonceTtlSeconds = 3600;

    public static readonly Setting<bool?> Enabled = SettingKinds.Switch(
        "third_party_api_enabled", false, "Whether calls of /api/v1/user must be signed, once a key and a secret are set.");

    public static readonly Setting<string> ApiKey =
        SettingKinds.Text("third_party_api_key", "", "The key that signed calls name.", 128);

    public static readonly Setting<string> ApiSecret =
        SettingKinds.Text("third_party_api_secret", "", "Signs and encrypts what third parties send.", 256, secret: true);

    public static readonly Setting<string> EncryptionAlgorithm = SettingKinds.Word(
        "third_party_encryption_algorithm", AesGcm256, "How bodies may be encrypted.", AesGcm256);

    public static readonly Setting<long?> NonceTtlSeconds = SettingKinds.Number(
        "third_party_nonce_ttl_seconds", DefaultNonceTtlSeconds, "How many seconds the clock of a signed call may be off.", 1,
        MaxNonceTtlSeconds);
}
