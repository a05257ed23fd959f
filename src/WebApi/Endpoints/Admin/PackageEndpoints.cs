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

internal static class PackageEndpoints
{
    public static void MapPackages(this RouteGroupBuilder routes)
    {
        routes.MapGet("/packages", List).Needs("packages.list")
            .WithName("listPackages").WithSummary("List packages");
        routes.MapPost("/packages", Create).Needs("packages.create")
            .WithName("createPackage").WithSummary("Create a package");
        routes.MapPost("/packages/bulk-delete", BulkDelete).Needs("packages.bulk_delete")
            .WithName("deletePackages").WithSummary("Delete several packages");
        routes.MapPatch("/packages/{id:long}", Update).Needs("packages.update")
            .WithName("updatePackage").WithSummary("Change a package");
        routes.MapDelete("/packages/{id:long}", Delete).Needs("packages.delete")
            .WithName("deletePackage").WithSummary("Delete a package");
    }

    private static async Task<ApiResult<Listing<PackageView>>> List(
        [FromQuery(Name = "plan_group_id")] string? planGroupId, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListPackages(QueryIds.Id(planGroupId), Everything: true), ct);

    private static async Task<ApiResult<PackageView>> Create(PackageFields body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new CreatePackage(body), ct);

    private static async Task<ApiResult<PackageView>> Update(long id, PackageFields body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new UpdatePackage(new PackageId(id), body), ct);

    private static async Task<ApiResult> Delete(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new DeletePackages([new PackageId(id)]), ct);

    private static async Task<ApiResult> BulkDelete(IdsBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new DeletePackages([.. body.Of<PackageId>()]), ct);
}
