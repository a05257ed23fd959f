using AutoMapper;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Cms;

namespace VpsPanel.Application.Engagement.Cms.Commands;

public sealed record CreateBlock(BlockFields Fields) : ICommand<CmsBlockView>, IAudited, IForm<BlockFields>
{
    public AuditRecord Audit(object? answer) => CmsAudit.Of("cms_block", "create", ((CmsBlockView)answer!).Id, CmsAudit.Of(Fields));
}

internal sealed class CreateBlockValidator() : BlockRules<CreateBlock>(isNew: true);

internal sealed class CreateBlockHandler(ICmsBlocks blocks, IHtmlSanitizer sanitizer, IMapper maps)
    : ICommandHandler<CreateBlock, CmsBlockView>
{
    public async Task<Result<CmsBlockView>> Handle(CreateBlock command, CancellationToken ct)
    {
        var block = CmsBlock.Create(command.Fields.Over(null, sanitizer));
        await blocks.Add(block, ct);
        return maps.Map<CmsBlockView>(block);
    }
}
