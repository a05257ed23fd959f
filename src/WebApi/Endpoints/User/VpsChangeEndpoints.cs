using System.Text.Json.Serialization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Application.Servers;
using VpsPanel.Application.Servers.Operate;
using VpsPanel.Application.Servers.Refund;
using VpsPanel.Application.Servers.Renew;
using VpsPanel.Application.Servers.Resize;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.WebApi.Http;

namespace VpsPanel.WebApi.Endpoints.User;

internal static class VpsChangeEndpoints
{
    public static void MapMyVpsChanges(this RouteGroupBuilder user)
    {
        user.MapPost("/vps/{id:long}/renew", Renew)
            .WithName("renewMyVps").WithSummary("Order a renewal of a VPS");
        user.MapPost("/vps/{id:long}/emergency-renew", RenewInEmergency)
            .WithName("renewMyVpsInEmergency").WithSummary("Extend an expiring VPS once without payment");
        user.MapPost("/vps/{id:long}/resize/quote", QuoteResize)
            .WithName("quoteMyVpsResize").WithSummary("Price another size for a VPS").WithDescription("Orders nothing.");
        user.MapPost("/vps/{id:long}/resize", Resize)
            .WithName("resizeMyVps").WithSummary("Order another size for a VPS");
        user.MapPost("/vps/{id:long}/refund", Refund)
            .WithName("refundMyVps").WithSummary("Give a VPS back for its unused paid time");
    }

    private static async Task<ApiResult<OrderView>> Renew(
        long id, RenewVpsRequest? body, [FromHeader(Name = "Idempotency-Key")] string? key, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new RenewVps(new VpsId(id), (body ?? new()).ToRequest(), key), ct);

    private static async Task<ApiResult<VpsView>> RenewInEmergency(long id, IMediator mediator, CancellationToken ct)
    {
        var renewed = await mediator.Send(new RenewVpsInEmergency(new VpsId(id)), ct);
        return renewed.IsSuccess ? await mediator.Send(new GetMyVps(new VpsId(id)), ct) : Result<VpsView>.Fail(renewed.Error);
    }

    private static async Task<ApiResult<QuotedResize>> QuoteResize(
        long id, ResizeVpsRequest? body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new QuoteResize(new VpsId(id), (body ?? new()).Wish), ct);

    private static async Task<ApiResult<OrderedResize>> Resize(
        long id, ResizeVpsRequest? body, [FromHeader(Name = "Idempotency-Key")] string? key, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ResizeVps(new VpsId(id), (body ?? new()).Wish, key), ct);

    private static async Task<ApiResult<RequestedRefund>> Refund(
        long id, RefundVpsRequest? body, [FromHeader(Name = "Idempotency-Key")] string? key, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new RequestRefund(new VpsId(id), body?.Reason?.Trim() ?? "", key), ct);
}

/// <param name="BillingCycleId">With <c>cycle_qty</c> costs what the cycle costs.</param>
/// <param name="DurationMonths">Costs the monthly price each.</param>
/// <param name="RenewDays">Costs a thirtieth of the monthly price each.</param>
internal sealed record RenewVpsRequest(
    int? DurationMonths = null, int? RenewDays = null, long? BillingCycleId = null, int? CycleQty = null)
{
    public RenewalRequest ToRequest() => new(BillingCycleId ?? 0, CycleQty ?? 0, DurationMonths ?? 0, RenewDays ?? 0);
}

internal sealed record ResizeVpsRequest(
    CartSpec? Spec = null, long? TargetPackageId = null, bool? ResetAddons = null, DateTimeOffset? ScheduledAt = null)
{
    [JsonIgnore]
    public ResizeRequest Wish => new(Spec, new PackageId(TargetPackageId ?? 0), ResetAddons ?? false, ScheduledAt);
}

internal sealed record RefundVpsRequest(string? Reason);
