namespace VpsPanel.Application.Identity.ThirdParty;

/// <summary>What a third party sends to prove that a call is its own.</summary>
/// <param name="Path">Decoded, without the host.</param>
/// <param name="RawQuery">As it was sent, without the question mark.</param>
/// <param name="Body">The bytes as they were sent.</param>
/// <param name="Iv">Null unless the body is encrypted.</param>
public sealed record SignedCall(
    string Method, string Path, string RawQuery, string ApiKey, string Timestamp, string Nonce, string Signature, byte[] Body, string? Iv);
