using MediatR;
using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.PlanChanges.Commands;
using VpsPanel.Application.Sales.PlanOrders.Commands;
using VpsPanel.Application.Sales.Subscriptions;
using VpsPanel.Application.Sales.Subscriptions.Commands;
using VpsPanel.Application.Sales.Subscriptions.Queries;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Plans;
using VpsPanel.Domain.Sales.Subscriptions;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Lists;
using VpsPanel.WebApi.Http.Panel;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Panel;

internal static class SubscriptionEndpoints
{
    public static void MapMySubscriptions(this RouteGroupBuilder user)
    {
        user.MapGet("/subscriptions", ListMine)
            .FilteredBy(ListFilter.Of<SubscriptionStatus>())
            .WithName("listMySubscriptions").WithSummary("List my subscriptions");
        user.MapGet("/subscriptions/{id:long}/traffic-periods", ListMyPeriods)
            .WithName("listMyTrafficPeriods").WithSummary("List the periods of my subscription that are over");
        user.MapPost("/subscriptions/{id:long}/plan-change/quote", QuoteChange)
            .WithName("quoteMyPlanChange").WithSummary("Ask what another plan costs")
            .WithDescription("With credit for the unused part of the present plan: the smaller of unused time and unused traffic. The answer holds ten minutes.");
        user.MapPost("/subscriptions/{id:long}/plan-change", Change)
            .WithName("changeMyPlan").WithSummary("Change to another plan as it was quoted")
            .WithDescription("The wallet pays what is due; link and credentials stay.");
    }

    public static void MapSubscriptions(this RouteGroupBuilder admin)
    {
        admin.MapGet("/subscriptions", List).Needs("subscription.list")
            .FilteredBy(ListFilter.Of<SubscriptionStatus>())
            .WithName("listSubscriptions").WithSummary("List subscriptions of all users");
        admin.MapPost("/subscriptions", Create).Needs("subscription.create")
            .WithName("createSubscription").WithSummary("Give a subscription away");
        admin.MapGet("/subscriptions/{id:long}/traffic-periods", ListPeriods).Needs("subscription.list")
            .WithName("listTrafficPeriods").WithSummary("List the periods of a subscription that are over");
        admin.MapPost("/subscriptions/{id:long}/extend", Extend).Needs("subscription.extend")
            .WithName("extendSubscription").WithSummary("Give a subscription more days or traffic");
        admin.MapPost("/subscriptions/{id:long}/disable", Disable).Needs("subscription.disable")
            .WithName("disableSubscription").WithSummary("Disable a subscription");
        admin.MapPost("/subscriptions/{id:long}/enable", Enable).Needs("subscription.enable")
            .WithName("enableSubscription").WithSummary("Enable a subscription");
    }

    private static async Task<ApiResult<MySubscriptionList>> ListMine(
        string? q, string? status, [AsParameters] PanelPageQuery page, IMediator mediator, CancellationToken ct)
    {
        var paging = page.ToPaging();
        return (await mediator.Send(new ListMySubscriptions(q, QueryText.Word(status), page.Sort, page.Direction, paging), ct))
            .Map(mine => new MySubscriptionList(mine.Items, Pagination.Of(paging, mine.Total)));
    }

    private static async Task<ApiResult<SubscriptionList>> List(
        string? q,
        string? status,
        [FromQuery(Name = "user_id")] string? userId,
        [AsParameters] PanelPageQuery page,
        IMediator mediator,
        CancellationToken ct)
    {
        var paging = page.ToPaging();
        var query = new ListSubscriptions(q, QueryText.Word(status), QueryIds.Id(userId), page.Sort, page.Direction, paging);
        return (await mediator.Send(query, ct)).Map(all => new SubscriptionList(all.Items, Pagination.Of(paging, all.Total)));
    }

    private static async Task<ApiResult<PlanChangeQuoteView>> QuoteChange(
        long id, PlanChangeQuoteBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new QuotePlanChange(new SubscriptionId(id), new PlanId(body.PlanId ?? 0), body.Quantity ?? 1), ct);

    private static async Task<ApiResult<PlacedPlanOrder>> Change(
        long id, PlanChangeBody body, [FromHeader(Name = "Idempotency-Key")] string? key, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ChangePlan(new SubscriptionId(id), new PlanChangeQuoteId(body.QuoteId ?? 0), key), ct);

    private static async Task<ApiResult<TrafficPeriodList>> ListMyPeriods(
        long id, [AsParameters] PanelPageQuery page, IMediator mediator, ICurrentActor actor, CancellationToken ct) =>
        await Periods(id, actor.UserId, page, mediator, ct);

    private static async Task<ApiResult<TrafficPeriodList>> ListPeriods(
        long id, [AsParameters] PanelPageQuery page, IMediator mediator, CancellationToken ct) => await Periods(id, null, page, mediator, ct);

    private static async Task<ApiResult<TrafficPeriodList>> Periods(
        long id, UserId? owner, PanelPageQuery page, IMediator mediator, CancellationToken ct)
    {
        var paging = page.ToPaging();
        return (await mediator.Send(new ListTrafficPeriods(new SubscriptionId(id), owner, paging), ct))
            .Map(over => new TrafficPeriodList(over.Items, Pagination.Of(paging, over.Total)));
    }

    private static async Task<ApiResult<SubscriptionResponse>> Create(SubscriptionBody body, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(body.ToCommand(), ct)).Map(made => new SubscriptionResponse(made));

    private static async Task<ApiResult<SubscriptionResponse>> Extend(
        long id, ExtensionBody body, [FromHeader(Name = "Idempotency-Key")] string? key, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new ExtendSubscription(new SubscriptionId(id), body.Days ?? 0, body.TrafficBytes ?? 0, key), ct))
            .Map(longer => new SubscriptionResponse(longer));

    private static async Task<ApiResult<SubscriptionResponse>> Disable(long id, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new SwitchSubscription(new SubscriptionId(id), false), ct)).Map(stopped => new SubscriptionResponse(stopped));

    private static async Task<ApiResult<SubscriptionResponse>> Enable(long id, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new SwitchSubscription(new SubscriptionId(id), true), ct)).Map(running => new SubscriptionResponse(running));
}

public sealed record SubscriptionBody(
    long? UserId, long? PlanId, string? Name, int? DurationDays, long? TrafficTotalBytes, int? DevicesLimit)
{
    internal CreateSubscription ToCommand() => new(
        new UserId(UserId ?? 0), PlanId is { } plan ? new PlanId(plan) : null, Name, DurationDays, TrafficTotalBytes, DevicesLimit);
}

public sealed record ExtensionBody(int? Days, long? TrafficBytes);

public sealed record SubscriptionResponse(SubscriptionView Subscription);

public sealed record SubscriptionList(IReadOnlyList<SubscriptionView> Subscriptions, Pagination Pagination);

public sealed record PlanChangeQuoteBody(long? PlanId, int? Quantity);

public sealed record PlanChangeBody(long? QuoteId);

public sealed record TrafficPeriodList(IReadOnlyList<TrafficPeriodView> Periods, Pagination Pagination);

public sealed record MySubscriptionList(IReadOnlyList<MySubscriptionView> Subscriptions, Pagination Pagination);
