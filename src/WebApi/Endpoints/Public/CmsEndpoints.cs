using MediatR;
using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Engagement.Cms;
using VpsPanel.Application.Engagement.Cms.Queries;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Engagement.Cms;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Lists;

namespace VpsPanel.WebApi.Endpoints.Public;

internal static class CmsEndpoints
{
    public static void MapPublicCms(this RouteGroupBuilder routes)
    {
        routes.MapGet("/cms/blocks", Blocks)
            .FilteredBy(ListFilter.AnyWord("page"), ListFilter.AnyWord("lang") with { HasDefault = true })
            .WithName("listPublishedBlocks").WithSummary("List the blocks of a page");
        routes.MapGet("/cms/posts", Posts)
            .FilteredBy(ListFilter.AnyWord("lang"), ListFilter.AnyWord("category_key"))
            .WithName("listPublishedPosts").WithSummary("List published posts");
        routes.MapGet("/cms/posts/{slug}", Post)
            .WithName("getPublishedPost").WithSummary("Show one published post");
    }

    private static async Task<ApiResult<Listing<CmsBlockView>>> Blocks(
        string? page, string? lang, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(
            new ListBlocks(page, lang == ListFilter.All ? null : lang ?? CmsPages.DefaultLang, HiddenToo: false), ct);

    private static async Task<ApiResult<Page<CmsPostView>>> Posts(
        string? lang,
        [FromQuery(Name = "category_key")] string? categoryKey,
        [AsParameters] PageQuery page,
        IMediator mediator,
        CancellationToken ct) =>
        await mediator.Send(new ListPublishedPosts(lang, categoryKey, page.ToPaging()), ct);

    private static async Task<ApiResult<CmsPostView>> Post(string slug, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetPublishedPost(slug), ct);
}
