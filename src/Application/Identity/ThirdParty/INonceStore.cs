namespace VpsPanel.Application.Identity.ThirdParty;

/// <summary>Which nonces were spent, for all nodes together.</summary>
public interface INonceStore
{
    /// <summary>False when somebody spent it before, on whatever node. Kept for as long as any setting can accept its call.</summary>
    /// <param name="nonce">Compared letter by letter; of any length.</param>
    Task<bool> TryUse(string nonce, CancellationToken ct);
}
