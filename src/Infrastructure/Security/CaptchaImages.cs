using System.Security.Cryptography;
using SkiaSharp;
using VpsPanel.Application.Identity.Captchas;

namespace VpsPanel.Infrastructure.Security;

/// <summary>
/// Draws letters of changing size, tilt and height, bends the whole, and lays curves and specks over it. The picture is a PNG in 8-bit grey.
/// </summary>
internal sealed class CaptchaImages : ICaptchaImages
{
    private const int Width = 120;
    private const int Height = 40;
    private const int Margin = 8;
    private const int Curves = 3;
    private const int Specks = 200;
    private const string Font = "DejaVuSansMono-Bold.ttf";

    // Read at the first captcha: a service that needs none loads no library for pictures.
    private readonly Lazy<SKTypeface> _typeface = new(Load);

    public byte[] Draw(string code)
    {
        var paper = Grey(225, 250);
        using var drawn = Picture(paper);
        using (var canvas = new SKCanvas(drawn))
        {
            var step = (Width - (2 * Margin)) / (float)code.Length;
            foreach (var (at, letter) in code.Index())
                DrawLetter(canvas, letter, Margin + (step * (at + 0.5f)));
        }

        using var picture = Bend(drawn, paper);
        using (var canvas = new SKCanvas(picture))
        {
            for (var curve = 0; curve < Curves; curve++)
                DrawCurve(canvas);
        }

        for (var speck = 0; speck < Specks; speck++)
            picture.SetPixel(RandomNumberGenerator.GetInt32(Width), RandomNumberGenerator.GetInt32(Height), Grey(60, 200));

        using var png = picture.Encode(SKEncodedImageFormat.Png, quality: 100);
        return png.ToArray();
    }

    private void DrawLetter(SKCanvas canvas, char letter, float middle)
    {
        using var font = new SKFont(_typeface.Value, Between(25, 31));
        using var path = font.GetTextPath(letter.ToString());
        var box = path.TightBounds;
        using var ink = new SKPaint { Color = Grey(10, 90), IsAntialias = true };
        canvas.Save();
        canvas.Translate(middle + Between(-2, 2), (Height / 2f) + Between(-4, 4));
        canvas.RotateDegrees(Between(-24, 24));
        canvas.Skew(Between(-25, 25) / 100, 0);
        canvas.Translate(-box.MidX, -box.MidY);
        canvas.DrawPath(path, ink);
        canvas.Restore();
    }

    /// <summary>Shifts every pixel along two waves.</summary>
    private static SKBitmap Bend(SKBitmap drawn, SKColor paper)
    {
        var bent = Picture(paper);
        var (across, down) = (Between(0, 628) / 100, Between(0, 628) / 100);
        var source = drawn.GetPixelSpan();
        var target = bent.GetPixelSpan();
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var fromX = x + (int)MathF.Round(1.5f * MathF.Sin((y / 6f) + across));
                var fromY = y + (int)MathF.Round(2f * MathF.Sin((x / 9f) + down));
                if (fromX is >= 0 and < Width && fromY is >= 0 and < Height)
                    target[(y * bent.RowBytes) + x] = source[(fromY * drawn.RowBytes) + fromX];
            }
        }

        return bent;
    }

    private static void DrawCurve(SKCanvas canvas)
    {
        using var builder = new SKPathBuilder();
        builder.MoveTo(0, Between(0, Height));
        builder.CubicTo(Width / 3f, Between(0, Height), Width * 2 / 3f, Between(0, Height), Width, Between(0, Height));
        using var curve = builder.Detach();
        using var ink = new SKPaint { Color = Grey(60, 150), IsAntialias = true, IsStroke = true, StrokeWidth = Between(10, 18) / 10 };
        canvas.DrawPath(curve, ink);
    }

    private static SKBitmap Picture(SKColor paper)
    {
        var picture = new SKBitmap(Width, Height, SKColorType.Gray8, SKAlphaType.Opaque);
        picture.Erase(paper);
        return picture;
    }

    private static SKColor Grey(int from, int to)
    {
        var shade = (byte)RandomNumberGenerator.GetInt32(from, to);
        return new SKColor(shade, shade, shade);
    }

    private static float Between(int from, int to) => RandomNumberGenerator.GetInt32(from, to + 1);

    private static SKTypeface Load()
    {
        using var font = typeof(CaptchaImages).Assembly.GetManifestResourceStream(Font)
            ?? throw new InvalidOperationException($"{Font} is not part of the program.");
        return SKTypeface.FromStream(font);
    }
}
