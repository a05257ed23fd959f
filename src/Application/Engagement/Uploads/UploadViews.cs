namespace VpsPanel.Application.Engagement.Uploads;

/// <param name="Name">As the uploader called it.</param>
/// <param name="Url">On this host.</param>
/// <param name="UploaderId">0 for an API key.</param>
public sealed record UploadView(
    long Id, string Name, string Path, string Url, string Mime, long Size, long UploaderId, DateTimeOffset CreatedAt)
{
    public const string Root = "uploads/";
}
