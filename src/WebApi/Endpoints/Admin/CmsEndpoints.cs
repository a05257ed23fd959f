using MediatR;
using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Engagement.Cms;
using VpsPanel.Application.Engagement.Cms.Commands;
using VpsPanel.Application.Engagement.Cms.Queries;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Engagement.Cms;
using VpsPanel.WebApi.Endpoints.Public;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Lists;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class CmsEndpoints
{
    public static void MapCms(this RouteGroupBuilder admin)
    {
        admin.MapGet("/cms/categories", Categories).Needs("cms_category.list")
            .FilteredBy(ListFilter.AnyWord("lang"))
            .WithName("listCategories").WithSummary("List categories of posts");
        admin.MapPost("/cms/categories", CreateCategory).Needs("cms_category.create")
            .WithName("createCategory").WithSummary("Create a category of posts");
        admin.MapPatch("/cms/categories/{id:long}", UpdateCategory).Needs("cms_category.update")
            .WithName("updateCategory").WithSummary("Change a category of posts");
        admin.MapDelete("/cms/categories/{id:long}", DeleteCategory).Needs("cms_category.delete")
            .WithName("deleteCategory").WithSummary("Delete a category of posts");
        admin.MapGet("/cms/posts", Posts).Needs("cms_post.list")
            .FilteredBy(ListFilter.AnyWord("lang"), ListFilter.Of<CmsPostStatus>())
            .WithName("listPosts").WithSummary("List posts, drafts included");
        admin.MapPost("/cms/posts", CreatePost).Needs("cms_post.create")
            .WithName("createPost").WithSummary("Write a post");
        admin.MapPatch("/cms/posts/{id:long}", UpdatePost).Needs("cms_post.update")
            .WithName("updatePost").WithSummary("Change a post");
        admin.MapDelete("/cms/posts/{id:long}", DeletePost).Needs("cms_post.delete")
            .WithName("deletePost").WithSummary("Delete a post");
        admin.MapGet("/cms/blocks", Blocks).Needs("cms_block.list")
            .FilteredBy(ListFilter.AnyWord("page"), ListFilter.AnyWord("lang"))
            .WithName("listBlocks").WithSummary("List the blocks of a page, hidden ones included");
        admin.MapPost("/cms/blocks", CreateBlock).Needs("cms_block.create")
            .WithName("createBlock").WithSummary("Create a block");
        admin.MapPatch("/cms/blocks/{id:long}", UpdateBlock).Needs("cms_block.update")
            .WithName("updateBlock").WithSummary("Change a block");
        admin.MapDelete("/cms/blocks/{id:long}", DeleteBlock).Needs("cms_block.delete")
            .WithName("deleteBlock").WithSummary("Delete a block");
    }

    private static async Task<ApiResult<Listing<CmsCategoryView>>> Categories(string? lang, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListCategories(lang), ct);

    private static async Task<ApiResult<CmsCategoryView>> CreateCategory(CategoryFields body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new CreateCategory(body), ct);

    private static async Task<ApiResult<CmsCategoryView>> UpdateCategory(
        long id, CategoryFields body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new UpdateCategory(new CmsCategoryId(id), body), ct);

    private static async Task<ApiResult> DeleteCategory(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new DeleteCategory(new CmsCategoryId(id)), ct);

    private static async Task<ApiResult<Page<CmsPostView>>> Posts(
        string? lang,
        string? status,
        [FromQuery(Name = "category_id")] string? categoryId,
        [AsParameters] PageQuery page,
        IMediator mediator,
        CancellationToken ct) =>
        await mediator.Send(new ListPosts(lang, status, QueryText.Id(categoryId), page.ToPaging()), ct);

    private static async Task<ApiResult<CmsPostView>> CreatePost(PostFields body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new CreatePost(body), ct);

    private static async Task<ApiResult<CmsPostView>> UpdatePost(long id, PostFields body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new UpdatePost(new CmsPostId(id), body), ct);

    private static async Task<ApiResult> DeletePost(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new DeletePost(new CmsPostId(id)), ct);

    private static async Task<ApiResult<Listing<CmsBlockView>>> Blocks(
        string? page, string? lang, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListBlocks(page, lang, HiddenToo: true), ct);

    private static async Task<ApiResult<CmsBlockView>> CreateBlock(BlockFields body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new CreateBlock(body), ct);

    private static async Task<ApiResult<CmsBlockView>> UpdateBlock(long id, BlockFields body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new UpdateBlock(new CmsBlockId(id), body), ct);

    private static async Task<ApiResult> DeleteBlock(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new DeleteBlock(new CmsBlockId(id)), ct);
}
