using MediatR;
using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog.Queries;
using VpsPanel.WebApi.Http;

namespace VpsPanel.WebApi.Endpoints.User;

internal static class CatalogEndpoints
{
    public static void MapCatalog(this RouteGroupBuilder routes)
    {
        routes.MapGet("/catalog", Catalog)
            .WithName("getCatalog").WithSummary("Show the whole VPS catalog")
            .WithDescription("Everything that the shop needs in one answer.");
        routes.MapGet("/plan-groups", PlanGroups)
            .WithName("listCatalogPlanGroups").WithSummary("List the plan groups on sale");
        routes.MapGet("/packages", Packages)
            .WithName("listCatalogPackages").WithSummary("List the packages on sale");
        routes.MapGet("/system-images", SystemImages)
            .WithName("listCatalogSystemImages").WithSummary("List the system images on offer");
        routes.MapGet("/billing-cycles", BillingCycles)
            .WithName("listCatalogBillingCycles").WithSummary("List the billing cycles on offer");
    }

    private static async Task<Utf8JsonResult<CatalogView>> Catalog(CatalogBytes catalog, CancellationToken ct) =>
        new(await catalog.Get(ct));

    private static async Task<ApiResult<Listing<PlanGroupView>>> PlanGroups(
        [FromQuery(Name = "region_id")] string? regionId, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListPlanGroups(QueryIds.Id(regionId), Everything: false), ct);

    private static async Task<ApiResult<Listing<PackageView>>> Packages(
        [FromQuery(Name = "plan_group_id")] string? planGroupId, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListPackages(QueryIds.Id(planGroupId), Everything: false), ct);

    private static async Task<ApiResult<Listing<SystemImageView>>> SystemImages(
        [FromQuery(Name = "line_id")] string? lineId,
        [FromQuery(Name = "plan_group_id")] string? planGroupId,
        IMediator mediator,
        CancellationToken ct) =>
        await mediator.Send(new ListSystemImages(QueryIds.Id(lineId), QueryIds.Id(planGroupId), Everything: false), ct);

    private static async Task<ApiResult<Listing<BillingCycleView>>> BillingCycles(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListBillingCycles(), ct);
}
