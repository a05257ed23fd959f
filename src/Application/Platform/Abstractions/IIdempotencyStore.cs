
namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>Remembers keys and answers for at least 24 hours.</summary>
public interface IIdempotencyStore
{
    /// <summary>Hash of the command's parameters without the key.</summary>
    string Fingerprint(object command);

    Task<StoredResponse?> Find(IdempotencyScope scope, Type? answerType, CancellationToken ct);

    /// <summary>
    /// Opens the command's transaction with the key's row. Waits while a twin holds it.
    /// </summary>
    /// <exception cref="ConcurrencyConflictException">A twin committed first: its answer can be found now.</exception>
    Task Claim(IdempotencyScope scope, string fingerprint, CancellationToken ct);

    /// <summary>Puts the answer beside the claimed key, to be stored with the effect; does nothing without a claim.</summary>
    void Store(object? answer);
}
