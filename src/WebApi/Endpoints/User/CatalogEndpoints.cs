using MediatR;
using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Catalog.Queries;
using VpsPanel.WebApi.Http;

namespace VpsPanel.WebApi.Endpoints.User;

internal static class CatalogEndpoints
{
    public static void MapCatalog(this RouteGroupBuilder routes)
    {
        routes.MapGet("/catalog", Catalogue);
        routes.MapGet("/plan-groups", PlanGroups);
        routes.MapGet("/packages", Packages);
        routes.MapGet("/system-images", SystemImages);
        routes.MapGet("/billing-cycles", BillingCycles);
    }

    private static async Task<Utf8Answer<CatalogueView>> Catalogue(CatalogueBytes catalogue, CancellationToken ct) =>
        new(await catalogue.Get(ct));

    private static async Task<Answer<Listing<PlanGroupView>>> PlanGroups(
        [FromQuery(Name = "region_id")] string? regionId, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListPlanGroups(QueryIds.Id(regionId), Everything: false), ct);

    private static async Task<Answer<Listing<PackageView>>> Packages(
        [FromQuery(Name = "plan_group_id")] string? planGroupId, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListPackages(QueryIds.Id(planGroupId), Everything: false), ct);

    private static async Task<Answer<Listing<SystemImageView>>> SystemImages(
        [FromQuery(Name = "line_id")] string? lineId,
        [FromQuery(Name = "plan_group_id")] string? planGroupId,
        IMediator mediator,
        CancellationToken ct) =>
        await mediator.Send(new ListSystemImages(QueryIds.Id(lineId), QueryIds.Id(planGroupId), Everything: false), ct);

    private static async Task<Answer<Listing<BillingCycleView>>> BillingCycles(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListBillingCycles(), ct);
}
