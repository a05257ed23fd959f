using System.Net.Http.Headers;
using System.Text;
using VpsPanel.Testing;

namespace VpsPanel.Functional.Tests.Engagement.Uploads;

/// <summary>Small files of every kind, honest ones and others.</summary>
internal static class Pictures
{
    public static byte[] Png { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static byte[] Jpeg { get; } = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xD9];

    public static byte[] Gif { get; } = [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, 0x3B];

    public static byte[] WebP { get; } =
        [.. "RIFF"u8, 26, 0, 0, 0, .. "WEBPVP8L"u8, 13, 0, 0, 0, 0x2F, 0, 0, 0, 0x10, 7, 0x10, 0x11, 0x11, 0x88, 0x88, 0xFE, 7, 0];

    /// <summary>A whole PNG whose comment is a page with a script.</summary>
    public static byte[] PngWithPage { get; } =
        [.. Png[..33], 0, 0, 0, 60, .. "tEXtComment\0<html><body><script>alert(document.domain)</script></html>"u8, 0, 0, 0, 0, .. Png[33..]];

    /// <summary>A GIF that reads as JavaScript too.</summary>
    public static byte[] GifWithScript { get; } = [.. "GIF89a/*"u8, 1, 0, 0, .. "*/=1;alert(document.domain);"u8];

    public static MultipartFormDataContent Form(
        byte[] file, string fileName = "picture.png", string field = "file", string mime = "image/png")
    {
        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue(mime);
        return new MultipartFormDataContent { { part, field, fileName } };
    }

    public static async Task<Reply> Send(this HttpClient http, HttpContent content)
    {
        using var response = await http.PostAsync("/admin/api/v1/uploads", content);
        return new Reply(response.StatusCode, await response.Content.ReadAsStringAsync(), null);
    }

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
