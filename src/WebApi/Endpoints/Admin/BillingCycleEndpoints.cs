using MediatR;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Application.Sales.Catalog.Commands;
using VpsPanel.Application.Sales.Catalog.Queries;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class BillingCycleEndpoints
{
    public static void MapBillingCycles(this RouteGroupBuilder routes)
    {
        routes.MapGet("/billing-cycles", List).Needs("billing_cycle.list")
            .WithName("listBillingCycles").WithSummary("List billing cycles");
        routes.MapPost("/billing-cycles", Create).Needs("billing_cycle.create")
            .WithName("createBillingCycle").WithSummary("Create a billing cycle");
        routes.MapPost("/billing-cycles/bulk-delete", BulkDelete).Needs("billing_cycle.bulk_delete")
            .WithName("deleteBillingCycles").WithSummary("Delete several billing cycles");
        routes.MapPatch("/billing-cycles/{id:long}", Update).Needs("billing_cycle.update")
            .WithName("updateBillingCycle").WithSummary("Change a billing cycle");
        routes.MapDelete("/billing-cycles/{id:long}", Delete).Needs("billing_cycle.delete")
            .WithName("deleteBillingCycle").WithSummary("Delete a billing cycle");
    }

    private static async Task<ApiResult<Listing<BillingCycleView>>> List(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListBillingCycles(), ct);

    private static async Task<ApiResult<BillingCycleView>> Create(BillingCycleFields body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new CreateBillingCycle(body), ct);

    private static async Task<ApiResult<BillingCycleView>> Update(
        long id, BillingCycleFields body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new UpdateBillingCycle(new BillingCycleId(id), body), ct);

    private static async Task<ApiResult> Delete(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new DeleteBillingCycles([new BillingCycleId(id)]), ct);

    private static async Task<ApiResult> BulkDelete(IdsBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new DeleteBillingCycles([.. body.Of<BillingCycleId>()]), ct);
}
