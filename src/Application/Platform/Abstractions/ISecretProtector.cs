namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>Encrypts secrets for storage. A value sealed twice gives two different texts.</summary>
public interface ISecretProtector
{
    string Protect(string plain);

    /// <summary>Null when the text was not sealed with this service's key.</summary>
    string? Unprotect(string @sealed);
}
