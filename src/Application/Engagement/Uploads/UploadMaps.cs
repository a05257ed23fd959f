using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Engagement.Uploads;

namespace VpsPanel.Application.Engagement.Uploads;

internal sealed class UploadMaps : Mappings
{
    public UploadMaps() => CreateMap<Upload, UploadView>().ConvertUsing((upload, _) => View(upload));

    private static UploadView View(Upload upload) => new(
        upload.Id.Value,
        upload.Name,
        $"{UploadView.Root}{upload.Path}",
        $"/{UploadView.Root}{upload.Path}",
        upload.Mime,
        upload.Size,
        upload.UploaderId?.Value ?? 0,
        upload.CreatedAt);
}
