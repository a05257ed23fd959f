namespace VpsPanel.Application.Identity.ApiKeys;

/// <summary>The rights behind an API key, read from current data.</summary>
public interface IKeyDirectory
{
    /// <summary>At most 5 seconds old; null for an unknown key. Notes the use.</summary>
    ValueTask<ApiKeyAccess?> Find(string rawKey, CancellationToken ct);

    void InvalidateAll();
}
