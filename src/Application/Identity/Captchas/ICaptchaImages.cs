namespace VpsPanel.Application.Identity.Captchas;

/// <summary>Draws the text of a captcha as a PNG of 120 × 40 pixels.</summary>
public interface ICaptchaImages
{
    byte[] Draw(string code);
}
