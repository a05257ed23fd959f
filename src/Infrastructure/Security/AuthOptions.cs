namespace VpsPanel.Infrastructure.Security;

/// <summary>Section <c>Auth</c> of the configuration.</summary>
public sealed class AuthOptions
{
    public const string Issuer = "vpspanel";

    /// <summary>Signs access tokens; at least 32 bytes, no default.</summary>
    public string SigningKey { get; set; } = "";

    public TimeSpan AccessLifetime { get; set; } = TimeSpan.FromHours(24);

    public TimeSpan RefreshLifetime { get; set; } = TimeSpan.FromDays(30);
}
