namespace VpsPanel.Infrastructure.Storage;

/// <summary>The kinds of picture that are taken, told by their first bytes and by nothing that the sender says.</summary>
internal sealed record PictureType(string Extension, string Mime)
{
    /// <summary>So many bytes are enough to tell.</summary>
    public const int HeadBytes = 16;

    public static readonly IReadOnlyList<PictureType> All =
        [new("png", "image/png"), new("jpg", "image/jpeg"), new("gif", "image/gif"), new("webp", "image/webp")];

    /// <summary>Null for everything else.</summary>
    public static PictureType? Sniff(ReadOnlySpan<byte> head)
    {
        if (IsPng(head))
            return Of("png");

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return Of("jpg");

        if (head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8))
            return Of("gif");

        return head.Length >= 15 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBPVP8"u8) ? Of("webp") : null;
    }

    public static PictureType? OfFile(string path) =>
        All.FirstOrDefault(type => path.EndsWith('.' + type.Extension, StringComparison.Ordinal));

    private static bool IsPng(ReadOnlySpan<byte> head) =>
        head.Length >= HeadBytes
        && head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) && head[12..].StartsWith("IHDR"u8);

    private static PictureType Of(string extension) => All.First(type => type.Extension == extension);
}
