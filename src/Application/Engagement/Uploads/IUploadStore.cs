using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Uploads;

/// <summary>Where the pictures are. Nothing in it is ever run, and no name in it comes from outside.</summary>
public interface IUploadStore
{
    /// <summary>
    /// Reads the content to its end and keeps it under a new random name. Refuses what is not a PNG, JPEG, GIF or WebP by its first
    /// bytes, or is larger than <see cref="Upload.MaxBytes"/>; then, and after any failure, nothing stays behind.
    /// </summary>
    Task<Result<StoredPicture>> Keep(Stream content, CancellationToken ct);

    /// <summary>Removes a kept picture that nobody will ask for. Does nothing when it is gone.</summary>
    void Discard(string path);

    /// <summary>Null for everything that is no picture of this store.</summary>
    PictureFile? Open(string path);
}
