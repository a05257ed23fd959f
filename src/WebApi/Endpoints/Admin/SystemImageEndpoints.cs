using MediatR;
using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Application.Sales.Catalog.Commands;
using VpsPanel.Application.Sales.Catalog.Queries;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class SystemImageEndpoints
{
    public static void MapSystemImages(this RouteGroupBuilder routes)
    {
        routes.MapGet("/system-images", List).Needs("system_image.list")
            .WithName("listSystemImages").WithSummary("List system images");
        routes.MapPost("/system-images", Create).Needs("system_image.create")
            .WithName("createSystemImage").WithSummary("Create a system image");
        routes.MapPost("/system-images/bulk-delete", BulkDelete).Needs("system_image.bulk_delete")
            .WithName("deleteSystemImages").WithSummary("Delete several system images");
        routes.MapPost("/system-images/sync", Sync).Needs("system_image.sync")
            .WithName("syncSystemImages").WithSummary("Offer on a line the images that the upstream has there");
        routes.MapPatch("/system-images/{id:long}", Update).Needs("system_image.update")
            .WithName("updateSystemImage").WithSummary("Change a system image");
        routes.MapDelete("/system-images/{id:long}", Delete).Needs("system_image.delete")
            .WithName("deleteSystemImage").WithSummary("Delete a system image");
    }

    private static async Task<ApiResult<Listing<SystemImageView>>> List(
        [FromQuery(Name = "line_id")] string? lineId,
        [FromQuery(Name = "plan_group_id")] string? planGroupId,
        IMediator mediator,
        CancellationToken ct) =>
        await mediator.Send(new ListSystemImages(QueryIds.Id(lineId), QueryIds.Id(planGroupId), Everything: true), ct);

    private static async Task<ApiResult<SystemImageView>> Create(SystemImageFields body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new CreateSystemImage(body), ct);

    private static async Task<ApiResult<ImageCount>> Sync(
        [FromQuery(Name = "line_id")] string? lineId,
        [FromQuery(Name = "plan_group_id")] string? planGroupId,
        IMediator mediator,
        CancellationToken ct) =>
        await mediator.Send(new SyncSystemImages(QueryIds.Id(lineId), new PlanGroupId(QueryIds.Id(planGroupId))), ct);

    private static async Task<ApiResult<SystemImageView>> Update(
        long id, SystemImageFields body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new UpdateSystemImage(new SystemImageId(id), body), ct);

    private static async Task<ApiResult> Delete(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new DeleteSystemImages([new SystemImageId(id)]), ct);

    private static async Task<ApiResult> BulkDelete(IdsBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new DeleteSystemImages([.. body.Of<SystemImageId>()]), ct);
}
