using System.Globalization;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Identity.ThirdParty;

/// <summary>Lets signed calls through, each one once.</summary>
public sealed class SignedRequestVerifier(IReadDb db, ISecretProtector secrets, INonceStore nonces, TimeProvider clock)
{
    private ThirdPartyAccount? _account;

    /// <summary>Whether calls must be signed now.</summary>
    public async Task<bool> IsClosed(CancellationToken ct)
    {
        _account = await ThirdPartyAccount.Read(db, secrets, ct);
        return _account.IsActive;
    }

    /// <summary>The body to go on with, decrypted when it came encrypted. Ask <see cref="IsClosed"/> first.</summary>
    public async Task<Result<byte[]>> Verify(SignedCall call, CancellationToken ct)
    {
        var account = _account ?? throw new InvalidOperationException("Ask first whether the gate is closed.");
        if (Refusal(call, account) is { } failure)
            return failure;

        // Spent after the check, or else a stranger could use up the nonces of others.
        if (!await nonces.TryUse($"{account.ApiKey}\n{call.Nonce}", ct))
            return ThirdPartyErrors.Replayed;

        return call.Iv is { } iv ? BodyCipher.Decrypt(call.Body, iv, account.ApiSecret) : call.Body;
    }

    private Error? Refusal(SignedCall call, ThirdPartyAccount account)
    {
        if (call.ApiKey.Length == 0 || call.Timestamp.Length == 0 || call.Nonce.Length == 0 || call.Signature.Length == 0)
            return ThirdPartyErrors.MissingHeader;

        if (!RequestSignature.Same(call.ApiKey, account.ApiKey))
            return ThirdPartyErrors.UnknownKey;

        if (!long.TryParse(call.Timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var sent))
            return ThirdPartyErrors.BadTimestamp;

        if (Math.Abs(clock.GetUtcNow().ToUnixTimeSeconds() - sent) > account.NonceTtlSeconds)
            return ThirdPartyErrors.Stale;

        return RequestSignature.IsRight(call, account.ApiSecret) ? null : ThirdPartyErrors.Mismatch;
    }
}
