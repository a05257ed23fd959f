using VpsPanel.Domain.Accounts;

namespace VpsPanel.Application.Abstractions;

/// <summary>Whose key for what: equal keys of two users or of two commands have nothing to do with each other.</summary>
public sealed record IdempotencyScope(UserId UserId, string ActorName, string Command, string Key);

/// <summary>The answer given to the first command with a key.</summary>
public sealed record KeptAnswer(string Fingerprint, object? Answer);

/// <summary>Remembers keys and answers for at least 24 hours.</summary>
public interface IIdempotencyStore
{
    /// <summary>Hash of the command's parameters without the key.</summary>
    string Fingerprint(object command);

    Task<KeptAnswer?> Find(IdempotencyScope scope, Type? answerType, CancellationToken ct);

    /// <summary>
    /// Opens the command's transaction with the key's row. Waits while a twin holds it.
    /// </summary>
    /// <exception cref="LostRaceException">A twin committed first: its answer can be found now.</exception>
    Task Claim(IdempotencyScope scope, string fingerprint, CancellationToken ct);

    /// <summary>Puts the answer beside the claimed key, to be stored with the effect; does nothing without a claim.</summary>
    void Keep(object? answer);
}
