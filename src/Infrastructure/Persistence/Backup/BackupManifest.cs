using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VpsPanel.Infrastructure.Persistence.Backup;

/// <summary>What a backup holds, so that a restore can tell whether it fits and is whole. Written beside the dump as <c>manifest.json</c>.</summary>
/// <param name="Provider">As <c>Database:Provider</c> names it.</param>
/// <param name="LastMigration">The schema's version.</param>
/// <param name="SecretsKeyId">Names <c>Secrets:Key</c> without telling it: stored secrets can be read with that key alone.</param>
/// <param name="SigningKeyId">Names <c>Auth:SigningKey</c>; with another one everybody signs in again, no more.</param>
/// <param name="Rows">Rows of each table of ours, in the snapshot that was dumped.</param>
/// <param name="Files">Uploaded files.</param>
public sealed record BackupManifest(
    DateTimeOffset CreatedAt, string Provider, string LastMigration, string SecretsKeyId, string SigningKeyId,
    IReadOnlyDictionary<string, long> Rows, int Files)
{
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The first 12 hex digits of a hash: enough to tell keys apart, useless for finding one.</summary>
    public static string KeyId(string? key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"vpspanel key id\n{key}")))[..12];

    /// <exception cref="InvalidOperationException">The folder holds no backup, or one that cannot be read.</exception>
    public static BackupManifest Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            throw new InvalidOperationException($"{path} is missing: this is no backup, or one that was not finished.");

        try
        {
            var json = JsonNode.Parse(File.ReadAllText(path))!;
            return new BackupManifest(
                DateTimeOffset.Parse((string)json["created_at"]!, CultureInfo.InvariantCulture),
                (string)json["provider"]!,
                (string)json["last_migration"]!,
                (string)json["secrets_key_id"]!,
                (string)json["signing_key_id"]!,
                json["rows"]!.AsObject().ToDictionary(row => row.Key, row => (long)row.Value!),
                (int)json["files"]!);
        }
        catch (Exception error) when (error is JsonException or FormatException or NullReferenceException or InvalidOperationException or ArgumentNullException)
        {
            throw new InvalidOperationException($"{path} cannot be read: {error.Message}", error);
        }
    }

    public void Write(string folder)
    {
        var json = new JsonObject
        {
            ["created_at"] = CreatedAt.ToString("O", CultureInfo.InvariantCulture),
            ["provider"] = Provider,
            ["last_migration"] = LastMigration,
            ["secrets_key_id"] = SecretsKeyId,
            ["signing_key_id"] = SigningKeyId,
            ["rows"] = new JsonObject(Rows.Select(row => KeyValuePair.Create(row.Key, (JsonNode?)JsonValue.Create(row.Value)))),
            ["files"] = Files,
        };
        File.WriteAllText(Path.Combine(folder, FileName), json.ToJsonString(Indented));
    }
}
