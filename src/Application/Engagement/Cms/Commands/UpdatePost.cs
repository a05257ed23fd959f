using AutoMapper;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Cms;

namespace VpsPanel.Application.Engagement.Cms.Commands;

public sealed record UpdatePost(CmsPostId Id, PostFields Fields) : ICommand<CmsPostView>, IAudited, IForm<PostFields>
{
    public AuditRecord Audit(object? answer) => CmsAudit.Of("cms_post", "update", Id.Value, CmsAudit.Of(Fields));
}

internal sealed class UpdatePostValidator() : PostRules<UpdatePost>(isNew: false);

internal sealed class UpdatePostHandler(
    ICmsCategories categories, ICmsPosts posts, IHtmlSanitizer sanitizer, IUnitOfWork work, IMapper maps, TimeProvider clock)
    : ICommandHandler<UpdatePost, CmsPostView>
{
    public async Task<Result<CmsPostView>> Handle(UpdatePost command, CancellationToken ct)
    {
        // Category before post, as everybody locks them, and the lock keeps the category from being deleted meanwhile.
        if (command.Fields.CategoryId is { } category && await categories.FindForUpdate(new CmsCategoryId(category), ct) is null)
            return CmsErrors.CategoryUnknown;

        if (await posts.FindForUpdate(command.Id, ct) is not { } post)
            return CmsErrors.PostNotFound;

        var terms = command.Fields.Over(post, sanitizer);
        if (await posts.FindBySlug(terms.Slug.Trim(), ct) is { } other && other != post)
            return CmsErrors.SlugTaken;

        post.Change(terms, clock.GetUtcNow());
        work.Stamp();
        return maps.Map<CmsPostView>(post);
    }
}
