using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Identity.ThirdParty;

internal static class ThirdPartyErrors
{
    public static Error MissingHeader { get; } = Error.Unauthorized("signature.missing", "the call is not signed");

    public static Error UnknownKey { get; } = Error.Unauthorized("signature.unknown_key", "unknown api key");

    public static Error BadTimestamp { get; } = Error.Unauthorized("signature.bad_timestamp", "the timestamp is no Unix time in seconds");

    public static Error Stale { get; } = Error.Unauthorized("signature.stale", "the timestamp is too far from now");

    public static Error Mismatch { get; } = Error.Unauthorized("signature.mismatch", "the signature does not fit the call");

    public static Error Replayed { get; } = Error.Unauthorized("signature.replayed", "the nonce was used before");

    public static Error BadIv { get; } = Error.Unauthorized("encryption.bad_iv", "the iv must be 12 bytes in base64");

    public static Error NotDecrypted { get; } = Error.Unauthorized("encryption.failed", "the body cannot be decrypted");
}
