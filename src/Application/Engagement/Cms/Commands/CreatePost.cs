using AutoMapper;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Cms;

namespace VpsPanel.Application.Engagement.Cms.Commands;

public sealed record CreatePost(PostFields Fields) : ICommand<CmsPostView>, IAudited, IForm<PostFields>
{
    public AuditRecord Audit(object? answer) => CmsAudit.Of("cms_post", "create", ((CmsPostView)answer!).Id, CmsAudit.Of(Fields));
}

internal sealed class CreatePostValidator() : PostRules<CreatePost>(isNew: true);

internal sealed class CreatePostHandler(
    ICmsCategories categories, ICmsPosts posts, IHtmlSanitizer sanitizer, IMapper maps, TimeProvider clock)
    : ICommandHandler<CreatePost, CmsPostView>
{
    public async Task<Result<CmsPostView>> Handle(CreatePost command, CancellationToken ct)
    {
        var post = CmsPost.Create(command.Fields.Over(null, sanitizer), clock.GetUtcNow());

        // The lock keeps the category from being deleted meanwhile.
        if (await categories.FindForUpdate(post.CategoryId, ct) is null)
            return CmsErrors.CategoryUnknown;

        if (await posts.FindBySlug(post.Slug, ct) is not null)
            return CmsErrors.SlugTaken;

        await posts.Add(post, ct);
        return maps.Map<CmsPostView>(post);
    }
}
