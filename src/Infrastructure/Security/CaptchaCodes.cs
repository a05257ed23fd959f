using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using VpsPanel.Application.Identity.Captchas;
using VpsPanel.Domain.Identity.Captchas;

namespace VpsPanel.Infrastructure.Security;

internal sealed class CaptchaCodes(IOptions<CaptchaOptions> options) : ICaptchaCodes
{
    public string Next() => options.Value.FixedCode.Length > 0
        ? options.Value.FixedCode
        : RandomNumberGenerator.GetString(Captcha.Alphabet, Captcha.Length);
}
