using MediatR;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Application.Sales.Catalog.Commands;
using VpsPanel.Application.Sales.Catalog.Queries;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class PlanGroupEndpoints
{
    public static void MapPlanGroups(this RouteGroupBuilder routes)
    {
        Map(routes, "/plan-groups", "plan_group", "PlanGroup");
        Map(routes, "/lines", "line", "Line");
        routes.MapPost("/lines/{id:long}/system-images", SetImages).Needs("line.set_system_images")
            .WithName("setLineSystemImages").WithSummary("Choose the system images of a line");
    }

    /// <summary>Both words mean the same, with permissions of their own.</summary>
    private static void Map(RouteGroupBuilder routes, string path, string module, string name)
    {
        var one = module.Replace('_', ' ');
        routes.MapGet(path, List).Needs($"{module}.list")
            .WithName($"list{name}s").WithSummary($"List {one}s");
        routes.MapPost(path, Create).Needs($"{module}.create")
            .WithName($"create{name}").WithSummary($"Create a {one}");
        routes.MapPost($"{path}/bulk-delete", BulkDelete).Needs($"{module}.bulk_delete")
            .WithName($"delete{name}s").WithSummary($"Delete several {one}s");
        routes.MapPatch($"{path}/{{id:long}}", Update).Needs($"{module}.update")
            .WithName($"update{name}").WithSummary($"Change a {one}");
        routes.MapDelete($"{path}/{{id:long}}", Delete).Needs($"{module}.delete")
            .WithName($"delete{name}").WithSummary($"Delete a {one}");
    }

    private static async Task<ApiResult<Listing<PlanGroupView>>> List(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListPlanGroups(RegionId: 0, Everything: true), ct);

    private static async Task<ApiResult<PlanGroupView>> Create(PlanGroupFields body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new CreatePlanGroup(body), ct);

    private static async Task<ApiResult<PlanGroupView>> Update(long id, PlanGroupFields body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new UpdatePlanGroup(new PlanGroupId(id), body), ct);

    private static async Task<ApiResult> Delete(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new DeletePlanGroups([new PlanGroupId(id)]), ct);

    private static async Task<ApiResult> BulkDelete(IdsBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new DeletePlanGroups([.. body.Of<PlanGroupId>()]), ct);

    private static async Task<ApiResult> SetImages(long id, LineImagesBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new SetSystemImages(new PlanGroupId(id), body.ImageIds?.ConvertAll(SystemImageId.From)), ct);
}

public sealed record LineImagesBody(List<long>? ImageIds = null);
