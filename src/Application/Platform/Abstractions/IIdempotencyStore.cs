
namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>Remembers keys and answers for at least 24 hours.</summary>
public interface IIdempotencyStore
{
    /// <summary>Hash of the command's parameters without the key.</summary>
    string Fingerprint(object command);

    /// <summary>
    /// Opens the command's transaction with the key's row, in one round trip. Waits while a twin holds it.
    /// </summary>
    /// <param name="responseType">What the command answers; null for nothing.</param>
    /// <returns>Null when the key is the caller's now, else what was kept for it.</returns>
    /// <exception cref="ConcurrencyConflictException">The key was given free while it was looked at.</exception>
    Task<StoredResponse?> Claim(IdempotencyScope scope, string fingerprint, Type? responseType, CancellationToken ct);

    /// <summary>Puts the answer beside the claimed key, to be stored with the effect; does nothing without a claim.</summary>
    void Store(object? answer);
}
