using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Engagement.Uploads;

namespace VpsPanel.Application.Engagement.Uploads;

internal sealed class UploadMaps : Mappings
{
    public UploadMaps() => CreateMap<Upload, UploadView>()
        .ForCtorParam(nameof(UploadView.Path), view => view.MapFrom(upload => $"{UploadView.Root}{upload.Path}"))
        .ForCtorParam(nameof(UploadView.Url), view => view.MapFrom(upload => $"/{UploadView.Root}{upload.Path}"));
}
