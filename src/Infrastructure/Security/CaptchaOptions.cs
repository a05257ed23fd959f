using Microsoft.Extensions.Hosting;

namespace VpsPanel.Infrastructure.Security;

/// <summary>Section <c>Captcha</c> of the configuration.</summary>
public sealed class CaptchaOptions
{
    /// <summary>The code of every captcha, in the demo and in tests only; elsewhere the service refuses to start with it.</summary>
    public string FixedCode { get; set; } = "";

    internal static bool MayBeFixed(IHostEnvironment environment) => environment.IsEnvironment("Demo") || environment.IsEnvironment("Testing");
}
