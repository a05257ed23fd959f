namespace VpsPanel.Application.Identity.Captchas;

/// <summary>Chooses what a captcha asks for.</summary>
public interface ICaptchaCodes
{
    string Next();
}
