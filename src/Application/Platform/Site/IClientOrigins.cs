namespace VpsPanel.Application.Platform.Site;

/// <summary>Where clients are served from besides this host, as the operator configured it.</summary>
public interface IClientOrigins
{
    /// <summary>Scheme, host and port each, such as <c>https://console.example.com</c>.</summary>
    IReadOnlyList<string> All { get; }
}
