using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using VpsPanel.Application.Engagement.Uploads;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Uploads;

namespace VpsPanel.Infrastructure.Storage;

/// <summary>
/// Pictures in a directory: written aside, then moved to their name in one step, so that nobody ever sees half of one. What a dead
/// process left aside is removed when the next one first stores something.
/// </summary>
internal sealed partial class UploadStore : IUploadStore
{
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private readonly string _root;
    private readonly string _aside;
    private readonly TimeProvider _clock;
    private readonly Lazy<bool> _ready;

    public UploadStore(IOptions<StorageOptions> options, TimeProvider clock)
    {
        _root = options.Value.Path;
        _aside = Path.Combine(_root, "aside");
        _clock = clock;
        _ready = new Lazy<bool>(Prepare);
    }

    public async Task<Result<StoredPicture>> Keep(Stream content, CancellationToken ct)
    {
        _ = _ready.Value;
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var aside = Path.Combine(_aside, name);
        try
        {
            var written = await Write(content, aside, ct);
            return written.IsSuccess ? Move(aside, name, written.Value) : written.Error;
        }
        finally
        {
            File.Delete(aside);
        }
    }

    public void Discard(string path)
    {
        if (Locate(path) is { } file)
            File.Delete(file);
    }

    public PictureFile? Open(string path)
    {
        if (Locate(path) is not { } file || PictureType.OfFile(path) is not { } type || !File.Exists(file))
            return null;

        return new PictureFile(
            new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, useAsync: true), type.Mime);
    }

    private bool Prepare()
    {
        Directory.CreateDirectory(_aside);
        var limit = _clock.GetUtcNow().UtcDateTime - Abandoned;
        foreach (var file in Directory.EnumerateFiles(_aside).Where(file => File.GetLastWriteTimeUtc(file) < limit))
            File.Delete(file);

        return true;
    }

    private static async Task<Result<(PictureType Type, long Size)>> Write(Stream content, string aside, CancellationToken ct)
    {
        var buffer = new byte[81_920];
        await using var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, useAsync: true);
        PictureType? type = null;
        while (await Read(content, buffer, ct) is var read && read != 0)
        {
            if (read < 0)
                return UploadErrors.Broken;

            type ??= PictureType.Sniff(buffer.AsSpan(0, Math.Min(read, PictureType.HeadBytes)));
            if (type is null)
                return UploadErrors.TypeUnsupported;

            if (file.Position + read > Upload.MaxBytes)
                return UploadErrors.TooLarge;

            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        if (type is null)
            return UploadErrors.FileRequired;

        // A file that has its name is on the disk.
        file.Flush(flushToDisk: true);
        return (type, file.Position);
    }

    /// <summary>
    /// The next piece, at least as long as a picture's head unless the content ends; -1 when the sender broke off. Failures of the
    /// disk are not caught: they are ours.
    /// </summary>
    private static async Task<int> Read(Stream content, byte[] buffer, CancellationToken ct)
    {
        try
        {
            return await content.ReadAtLeastAsync(buffer, PictureType.HeadBytes, throwOnEndOfStream: false, ct);
        }
        catch (Exception error) when (error is InvalidDataException || (error is IOException and not BadHttpRequestException))
        {
            return -1;
        }
    }

    private StoredPicture Move(string aside, string name, (PictureType Type, long Size) written)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{_clock.GetUtcNow():yyyyMMdd}/{name}.{written.Type.Extension}");
        var file = Locate(path)!;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.Move(aside, file, overwrite: false);
        return new StoredPicture(path, written.Type.Mime, written.Size);
    }

    /// <summary>Only names that this store gives lead anywhere, so no spelling of <c>..</c> needs to be known.</summary>
    private string? Locate(string path) => StoredName().IsMatch(path) ? Path.Combine(_root, path) : null;

    [GeneratedRegex(@"\A[0-9]{8}/[0-9a-f]{32}\.(?:png|jpg|gif|webp)\z", RegexOptions.None, 1000)]
    private static partial Regex StoredName();
}
