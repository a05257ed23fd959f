using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Engagement.Uploads;

public static class UploadErrors
{
    public static Error FileRequired { get; } = Error.Validation("file", "file required", "upload.file_required");

    public static Error TypeUnsupported { get; } = Error.Validation("file", "unsupported file type", "upload.unsupported_type");

    public static Error Broken { get; } = Error.Validation("file", "the file did not arrive whole", "upload.broken");

    public static Error TooLarge { get; } = new(ErrorKind.TooLarge, "upload.too_large", "file too large");

    public static Error NotFound { get; } = Error.NotFound("upload.not_found");
}
