using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Cms;

namespace VpsPanel.Application.Engagement.Cms.Commands;

public sealed record DeletePost(CmsPostId Id) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => CmsAudit.Of("cms_post", "delete", Id.Value, null);
}

internal sealed class DeletePostHandler(ICmsPosts posts) : ICommandHandler<DeletePost>
{
    public async Task<Result> Handle(DeletePost command, CancellationToken ct)
    {
        if (await posts.FindForUpdate(command.Id, ct) is not { } post)
            return CmsErrors.PostNotFound;

        posts.Remove(post);
        return Result.Success;
    }
}
