using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Captchas;

namespace VpsPanel.Application.Identity.Captchas.Commands;

public sealed record StartCaptcha : ICommand<CaptchaChallenge>;

/// <param name="CaptchaId">To be sent back with the code.</param>
/// <param name="ImageBase64">A PNG, without a data URI's prefix.</param>
public sealed record CaptchaChallenge(string CaptchaId, string ImageBase64);

internal sealed class StartCaptchaHandler(ICaptchas captchas, ICaptchaCodes codes, ICaptchaImages images, TimeProvider clock)
    : ICommandHandler<StartCaptcha, CaptchaChallenge>
{
    public async Task<Result<CaptchaChallenge>> Handle(StartCaptcha command, CancellationToken ct)
    {
        var code = codes.Next();
        var captcha = Captcha.Of(code, clock.GetUtcNow());
        await captchas.Add(captcha, ct);
        return new CaptchaChallenge(captcha.PublicId, Convert.ToBase64String(images.Draw(code)));
    }
}
