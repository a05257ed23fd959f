using FluentAssertions;
using SkiaSharp;
using VpsPanel.Domain.Identity.Captchas;
using VpsPanel.Infrastructure.Security;
using Xunit;

namespace VpsPanel.Functional.Tests.Identity;

public sealed class CaptchaImageTests
{
    private readonly CaptchaImages _images = new();

    [Fact]
    public void A_picture_is_a_png_in_8_bit_grey_of_120_by_40()
    {
        var png = _images.Draw("ABCDE");

        png[..8].Should().Equal(0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A);
        png[16..26].Should().Equal(0, 0, 0, 120, 0, 0, 0, 40, 8, 0);
    }

    [Fact]
    public void The_same_code_never_looks_the_same_twice() =>
        Enumerable.Range(0, 20).Select(_ => Convert.ToHexString(_images.Draw("ABCDE"))).Should().OnlyHaveUniqueItems();

    /// <summary>A letter that the font lacks would be a box, and one that is pushed out of the picture would be no ink.</summary>
    [Fact]
    public void Every_letter_of_the_alphabet_is_drawn_inside_its_part_of_the_picture()
    {
        foreach (var letter in Captcha.Alphabet)
        {
            using var picture = SKBitmap.Decode(_images.Draw(new string(letter, Captcha.Length)));
            for (var part = 0; part < Captcha.Length; part++)
            {
                var (from, to) = (8 + (part * 21), 8 + ((part + 1) * 21));
                var dark = Enumerable.Range(from, to - from).Sum(x => Enumerable.Range(0, 40).Count(y => picture.GetPixel(x, y).Red < 120));
                dark.Should().BeInRange(40, 420, $"{letter} is part {part} of the picture");
            }
        }
    }

    [Fact]
    public void Pictures_are_drawn_by_many_at_once()
    {
        var pictures = new byte[64][];

        Parallel.For(0, pictures.Length, at => pictures[at] = _images.Draw("WXYZ9"));

        pictures.Should().OnlyContain(png => png.Length > 500);
    }
}
