namespace VpsPanel.Application.Abstractions;

/// <summary>Encrypts secrets for storage. A value sealed twice gives two different texts.</summary>
public interface ISecretBox
{
    string Seal(string plain);

    /// <summary>Null when the text was not sealed with this service's key.</summary>
    string? Open(string @sealed);
}
