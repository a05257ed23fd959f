using MediatR;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Catalog;
using VpsPanel.Application.Catalog.Commands;
using VpsPanel.Application.Catalog.Queries;
using VpsPanel.Domain.Catalog;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class PlanGroupEndpoints
{
    public static void MapPlanGroups(this RouteGroupBuilder routes)
    {
        Map(routes, "/plan-groups", "plan_group");
        Map(routes, "/lines", "line");
        routes.MapPost("/lines/{id:long}/system-images", SetImages).Needs("line.set_system_images");
    }

    /// <summary>Both words mean the same, with permissions of their own.</summary>
    private static void Map(RouteGroupBuilder routes, string path, string module)
    {
        routes.MapGet(path, List).Needs($"{module}.list");
        routes.MapPost(path, Create).Needs($"{module}.create");
        routes.MapPost($"{path}/bulk-delete", BulkDelete).Needs($"{module}.bulk_delete");
        routes.MapPatch($"{path}/{{id:long}}", Update).Needs($"{module}.update");
        routes.MapDelete($"{path}/{{id:long}}", Delete).Needs($"{module}.delete");
    }

    private static async Task<Answer<Listing<PlanGroupView>>> List(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListPlanGroups(RegionId: 0, Everything: true), ct);

    private static async Task<Answer<PlanGroupView>> Create(PlanGroupFields body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new CreatePlanGroup(body), ct);

    private static async Task<Answer<PlanGroupView>> Update(long id, PlanGroupFields body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new UpdatePlanGroup(new PlanGroupId(id), body), ct);

    private static async Task<Answer> Delete(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new DeletePlanGroups([new PlanGroupId(id)]), ct);

    private static async Task<Answer> BulkDelete(IdsBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new DeletePlanGroups([.. body.Of<PlanGroupId>()]), ct);

    private static async Task<Answer> SetImages(long id, LineImagesBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new SetSystemImages(new PlanGroupId(id), body.ImageIds?.ConvertAll(SystemImageId.From)), ct);
}

public sealed record LineImagesBody(List<long>? ImageIds = null);
