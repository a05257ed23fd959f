using MediatR;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Application.Sales.Catalog.Commands;
using VpsPanel.Application.Sales.Catalog.Queries;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class RegionEndpoints
{
    public static void MapRegions(this RouteGroupBuilder routes)
    {
        routes.MapGet("/regions", List).Needs("regions.list")
            .WithName("listRegions").WithSummary("List regions");
        routes.MapPost("/regions", Create).Needs("regions.create")
            .WithName("createRegion").WithSummary("Create a region");
        routes.MapPost("/regions/bulk-delete", BulkDelete).Needs("regions.bulk_delete")
            .WithName("deleteRegions").WithSummary("Delete several regions");
        routes.MapPatch("/regions/{id:long}", Update).Needs("regions.update")
            .WithName("updateRegion").WithSummary("Change a region");
        routes.MapDelete("/regions/{id:long}", Delete).Needs("regions.delete")
            .WithName("deleteRegion").WithSummary("Delete a region");
    }

    private static async Task<ApiResult<Listing<RegionView>>> List(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListRegions(), ct);

    private static async Task<ApiResult<RegionView>> Create(RegionFields body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new CreateRegion(body), ct);

    private static async Task<ApiResult<RegionView>> Update(long id, RegionFields body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new UpdateRegion(new RegionId(id), body), ct);

    private static async Task<ApiResult> Delete(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new DeleteRegions([new RegionId(id)]), ct);

    private static async Task<ApiResult> BulkDelete(IdsBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new DeleteRegions([.. body.Of<RegionId>()]), ct);
}
