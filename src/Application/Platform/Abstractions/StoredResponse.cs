namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>The answer given to the first command with a key.</summary>
public sealed record StoredResponse(string Fingerprint, object? Response);
