using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using VpsPanel.Application.Accounts;
using VpsPanel.Domain.Accounts;

namespace VpsPanel.Infrastructure.Security;

/// <summary>Section <c>Captcha</c> of the configuration.</summary>
public sealed class CaptchaOptions
{
    /// <summary>The code of every captcha, in the demo and in tests only; elsewhere the service refuses to start with it.</summary>
    public string FixedCode { get; set; } = "";

    internal static bool MayBeFixed(IHostEnvironment environment) => environment.IsEnvironment("Demo") || environment.IsEnvironment("Testing");
}

internal sealed class CaptchaCodes(IOptions<CaptchaOptions> options) : ICaptchaCodes
{
    public string Next() => options.Value.FixedCode.Length > 0
        ? options.Value.FixedCode
        : RandomNumberGenerator.GetString(Captcha.Alphabet, Captcha.Length);
}
