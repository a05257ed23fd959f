using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Cms;

namespace VpsPanel.Application.Engagement.Cms.Commands;

/// <summary>A default section comes back empty at once; hide it instead to be rid of it.</summary>
public sealed record DeleteBlock(CmsBlockId Id) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => CmsAudit.Of("cms_block", "delete", Id.Value, null);
}

internal sealed class DeleteBlockHandler(ICmsBlocks blocks, DefaultCmsBlocks defaults, IUnitOfWork work) : ICommandHandler<DeleteBlock>
{
    public async Task<Result> Handle(DeleteBlock command, CancellationToken ct)
    {
        if (await blocks.FindForUpdate(command.Id, ct) is not { } block)
            return CmsErrors.BlockNotFound;

        blocks.Remove(block);
        await work.Flush(ct);
        await defaults.Complete(block.Page, block.Lang, ct);
        return Result.Success;
    }
}
