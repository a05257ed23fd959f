namespace VpsPanel.Infrastructure.Security;

/// <summary>Section <c>Secrets</c> of the configuration.</summary>
public sealed class SecretOptions
{
    /// <summary>Encrypts stored secrets; at least 32 bytes, no default. Losing it loses them.</summary>
    public string Key { get; set; } = "";
}
