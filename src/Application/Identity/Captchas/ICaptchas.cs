using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Identity.Captchas;

namespace VpsPanel.Application.Identity.Captchas;

public interface ICaptchas : IRepository<Captcha, CaptchaId>
{
    Task<Captcha?> FindByPublicId(string publicId, CancellationToken ct);
}
