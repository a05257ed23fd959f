using AutoMapper;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Uploads;

namespace VpsPanel.Application.Engagement.Uploads.Commands;

/// <summary>Makes a kept picture known.</summary>
public sealed record RecordUpload(StoredPicture Picture, string Name) : ICommand<UploadView>, IAudited
{
    public AuditRecord Audit(object? answer) => new("upload.create", "upload", ((UploadView)answer!).Id.ToString(), Picture);
}

internal sealed class RecordUploadHandler(IUploads uploads, ICurrentActor actor, IMapper maps) : ICommandHandler<RecordUpload, UploadView>
{
    public async Task<Result<UploadView>> Handle(RecordUpload command, CancellationToken ct)
    {
        var picture = command.Picture;
        var upload = Upload.Of(command.Name, picture.Path, picture.Mime, picture.Size, actor.UserId);
        await uploads.Add(upload, ct);
        return maps.Map<UploadView>(upload);
    }
}
