using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Engagement.Uploads;

public readonly record struct UploadId(long Value) : IId<UploadId>
{
    public static UploadId From(long value) => new(value);
}

/// <summary>A stored picture that anybody may look at. The file is there before the row is.</summary>
[StreamName("upload")]
public sealed class Upload : AggregateRoot<UploadId>
{
    public const int MaxName = 255;

    public const long MaxBytes = 20 * 1024 * 1024;

    private Upload()
    {
    }

    /// <summary>What the uploader calls it; for people, never part of a path.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Below the store, such as <c>20260131/….png</c>; chosen by the store.</summary>
    public string Path { get; private set; } = "";

    public string Mime { get; private set; } = "";

    public long Size { get; private set; }

    /// <summary>Null for an API key.</summary>
    public UserId? UploaderId { get; private set; }

    public static Upload Of(string name, string path, string mime, long size, UserId uploader) => new()
    {
        Name = Tidy(name),
        Path = path,
        Mime = mime,
        Size = size,
        UploaderId = uploader.Value > 0 ? uploader : null,
    };

    /// <summary>Some browsers send whole paths, and names may hold anything.</summary>
    private static string Tidy(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var plain = string.Concat(last.Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter))).Trim();
        return plain.Length > MaxName ? plain[..MaxName] : plain;
    }
}
