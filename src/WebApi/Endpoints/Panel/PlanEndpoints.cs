using MediatR;
using VpsPanel.Application.Sales.Plans;
using VpsPanel.Application.Sales.Plans.Commands;
using VpsPanel.Application.Sales.Plans.Queries;
using VpsPanel.Domain.Sales.Plans;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Lists;
using VpsPanel.WebApi.Http.Panel;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Panel;

internal static class PlanEndpoints
{
    public static void MapUserPlans(this RouteGroupBuilder user) => user.MapGet("/plans", ListSold)
        .WithName("listPlansOnSale").WithSummary("List plans on sale");

    public static void MapPlans(this RouteGroupBuilder admin)
    {
        admin.MapGet("/plans", List).Needs("plan.list")
            .FilteredBy(ListFilter.Of<PlanStatus>(), ListFilter.Flag("visible"))
            .WithName("listPlans").WithSummary("List plans");
        admin.MapPost("/plans", Create).Needs("plan.create")
            .WithName("createPlan").WithSummary("Create a plan");
        admin.MapPatch("/plans/{id:long}", Update).Needs("plan.update")
            .WithName("updatePlan").WithSummary("Change a plan");
    }

    private static async Task<ApiResult<SoldPlanList>> ListSold(string? q, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new ListSoldPlans(q), ct)).Map(plans => new SoldPlanList(plans.Items));

    private static async Task<ApiResult<PlanList>> List(
        string? q, string? status, string? visible, [AsParameters] PanelPageQuery page, IMediator mediator, CancellationToken ct)
    {
        var paging = page.ToPaging();
        var query = new ListPlans(q, QueryText.Word(status), QueryText.Flag(visible), page.Sort, page.Direction, paging);
        return (await mediator.Send(query, ct)).Map(plans => new PlanList(plans.Items, Pagination.Of(paging, plans.Total)));
    }

    private static async Task<ApiResult<PlanView>> Create(PlanFields body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new CreatePlan(body), ct);

    private static async Task<ApiResult<PlanView>> Update(long id, PlanFields? body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new UpdatePlan(new PlanId(id), body ?? new PlanFields()), ct);
}

public sealed record PlanList(IReadOnlyList<PlanView> Plans, Pagination Pagination);

public sealed record SoldPlanList(IReadOnlyList<SoldPlanView> Plans);
