using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using VpsPanel.Application.Identity.Captchas;

namespace VpsPanel.Infrastructure.Security;

/// <summary>
/// Draws tilted, waving letters with lines and specks on a grey picture, and writes it as PNG (RFC 2083: 8-bit greyscale,
/// no filter, one IDAT chunk).
/// </summary>
internal sealed class CaptchaImages : ICaptchaImages
{
    private const int Width = 120;
    private const int Height = 40;
    private const int Scale = 3;
    private const int GlyphColumns = 5;
    private const int GlyphRows = 7;

    // Five columns of seven pixels each, the top one in the lowest bit.
    private static readonly Dictionary<char, byte[]> Glyphs = new()
    {
        ['A'] = [0x7E, 0x11, 0x11, 0x11, 0x7E], ['B'] = [0x7F, 0x49, 0x49, 0x49, 0x36], ['C'] = [0x3E, 0x41, 0x41, 0x41, 0x22],
        ['D'] = [0x7F, 0x41, 0x41, 0x22, 0x1C], ['E'] = [0x7F, 0x49, 0x49, 0x49, 0x41], ['F'] = [0x7F, 0x09, 0x09, 0x09, 0x01],
        ['G'] = [0x3E, 0x41, 0x49, 0x49, 0x7A], ['H'] = [0x7F, 0x08, 0x08, 0x08, 0x7F], ['J'] = [0x20, 0x40, 0x41, 0x3F, 0x01],
        ['K'] = [0x7F, 0x08, 0x14, 0x22, 0x41], ['L'] = [0x7F, 0x40, 0x40, 0x40, 0x40], ['M'] = [0x7F, 0x02, 0x0C, 0x02, 0x7F],
        ['N'] = [0x7F, 0x04, 0x08, 0x10, 0x7F], ['P'] = [0x7F, 0x09, 0x09, 0x09, 0x06], ['Q'] = [0x3E, 0x41, 0x51, 0x21, 0x5E],
        ['R'] = [0x7F, 0x09, 0x19, 0x29, 0x46], ['S'] = [0x46, 0x49, 0x49, 0x49, 0x31], ['T'] = [0x01, 0x01, 0x7F, 0x01, 0x01],
        ['U'] = [0x3F, 0x40, 0x40, 0x40, 0x3F], ['V'] = [0x1F, 0x20, 0x40, 0x20, 0x1F], ['W'] = [0x3F, 0x40, 0x38, 0x40, 0x3F],
        ['X'] = [0x63, 0x14, 0x08, 0x14, 0x63], ['Y'] = [0x07, 0x08, 0x70, 0x08, 0x07], ['Z'] = [0x61, 0x51, 0x49, 0x45, 0x43],
        ['1'] = [0x00, 0x42, 0x7F, 0x40, 0x00], ['2'] = [0x42, 0x61, 0x51, 0x49, 0x46], ['3'] = [0x21, 0x41, 0x45, 0x4B, 0x31],
        ['4'] = [0x18, 0x14, 0x12, 0x7F, 0x10], ['5'] = [0x27, 0x45, 0x45, 0x45, 0x39], ['6'] = [0x3C, 0x4A, 0x49, 0x49, 0x30],
        ['7'] = [0x01, 0x71, 0x09, 0x05, 0x03], ['8'] = [0x36, 0x49, 0x49, 0x49, 0x36], ['9'] = [0x06, 0x49, 0x49, 0x29, 0x1E],
    };

    public byte[] Draw(string code)
    {
        var pixels = new byte[Width * Height];
        Array.Fill(pixels, (byte)RandomNumberGenerator.GetInt32(225, 250));
        foreach (var (at, letter) in code.Index())
            DrawGlyph(pixels, Glyphs[letter], 8 + (at * 21) + RandomNumberGenerator.GetInt32(-2, 3), RandomNumberGenerator.GetInt32(5, 14));

        for (var line = 0; line < 4; line++)
            DrawLine(pixels);
        for (var speck = 0; speck < 250; speck++)
            pixels[RandomNumberGenerator.GetInt32(pixels.Length)] = (byte)RandomNumberGenerator.GetInt32(60, 200);

        return Encode(pixels);
    }

    private static void DrawGlyph(byte[] pixels, byte[] columns, int left, int top)
    {
        var ink = (byte)RandomNumberGenerator.GetInt32(10, 90);
        var tilt = RandomNumberGenerator.GetInt32(-30, 31) / 100.0;
        var phase = RandomNumberGenerator.GetInt32(0, 628) / 100.0;
        for (var x = 0; x < GlyphColumns * Scale; x++)
        {
            for (var y = 0; y < GlyphRows * Scale; y++)
            {
                if ((columns[x / Scale] >> (y / Scale) & 1) == 1)
                    Set(pixels, left + x + (int)(tilt * (y - 10)), top + y + (int)Math.Round(1.6 * Math.Sin((x / 4.0) + phase)), ink);
            }
        }
    }

    private static void DrawLine(byte[] pixels)
    {
        var ink = (byte)RandomNumberGenerator.GetInt32(60, 150);
        var (from, to) = (RandomNumberGenerator.GetInt32(Height), RandomNumberGenerator.GetInt32(Height));
        for (var x = 0; x < Width; x++)
            Set(pixels, x, from + ((to - from) * x / Width), ink);
    }

    private static void Set(byte[] pixels, int x, int y, byte ink)
    {
        if (x is >= 0 and < Width && y is >= 0 and < Height)
            pixels[(y * Width) + x] = ink;
    }

    private static byte[] Encode(byte[] pixels)
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        header[8] = 8;
        Chunk(png, "IHDR"u8, header);
        Chunk(png, "IDAT"u8, Compress(pixels));
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static byte[] Compress(byte[] pixels)
    {
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Optimal))
        {
            for (var y = 0; y < Height; y++)
            {
                zlib.WriteByte(0);
                zlib.Write(pixels, y * Width, Width);
            }
        }

        return data.ToArray();
    }

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        byte[] body = [.. type, .. data];
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        png.Write(number);
    }

    /// <summary>CRC-32 as PNG wants it: polynomial 0xEDB88320, reflected.</summary>
    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
