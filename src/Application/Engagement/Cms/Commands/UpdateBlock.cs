using AutoMapper;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Cms;

namespace VpsPanel.Application.Engagement.Cms.Commands;

public sealed record UpdateBlock(CmsBlockId Id, BlockFields Fields) : ICommand<CmsBlockView>, IAudited, IForm<BlockFields>
{
    public AuditRecord Audit(object? answer) => CmsAudit.Of("cms_block", "update", Id.Value, CmsAudit.Of(Fields));
}

internal sealed class UpdateBlockValidator() : BlockRules<UpdateBlock>(isNew: false);

internal sealed class UpdateBlockHandler(ICmsBlocks blocks, IHtmlSanitizer sanitizer, IUnitOfWork work, IMapper maps)
    : ICommandHandler<UpdateBlock, CmsBlockView>
{
    public async Task<Result<CmsBlockView>> Handle(UpdateBlock command, CancellationToken ct)
    {
        if (await blocks.FindForUpdate(command.Id, ct) is not { } block)
            return CmsErrors.BlockNotFound;

        block.Change(command.Fields.Over(block, sanitizer));
        work.Stamp();
        return maps.Map<CmsBlockView>(block);
    }
}
