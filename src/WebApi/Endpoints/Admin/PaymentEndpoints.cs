using System.Text.Json.Serialization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Billing.Payments.Commands;
using VpsPanel.Application.Billing.Payments.Queries;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Billing.Payments;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Lists;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class PaymentEndpoints
{
    public static void MapAdminPayments(this RouteGroupBuilder admin)
    {
        admin.MapGet("/payments/providers", List).Needs("payment.list")
            .WithName("listPaymentProviders").WithSummary("List payment providers")
            .WithDescription("With their configuration; secrets are masked.");
        admin.MapPatch("/payments/providers/{key}", Change).Needs("payment.update")
            .WithName("updatePaymentProvider").WithSummary("Configure a payment provider");
        admin.MapPost("/payments/providers/{key}/test", Try).Needs("payment.test")
            .WithName("testPaymentProvider").WithSummary("Try whether a payment provider can be reached")
            .WithDescription("Nothing is charged. A failure is named by its class; `payment.site_url_missing` when nobody could report a payment.");
        admin.MapGet("/payments/notices", ListNotices).Needs("payment.list")
            .FilteredBy(ListFilter.Of<NotificationOutcome>("verdict"))
            .WithName("listPaymentNotices").WithSummary("List what gateways reported").WithDescription("Newest first.");
    }

    private static async Task<ApiResult<Listing<PaymentProviderView>>> List(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListPaymentProviders(), ct);

    private static async Task<ApiResult> Change(string key, ProviderSettings body, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new ChangePaymentProvider(key, body.Enabled, body.ConfigJson), ct)).Done();

    private static async Task<ApiResult<Reachable>> Try(string key, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new TryPaymentProvider(key), ct);

    private static async Task<ApiResult<Page<PaymentNotificationView>>> ListNotices(
        string? verdict,
        [FromQuery(Name = "order_id")] string? orderId,
        [AsParameters] PageQuery page,
        IMediator mediator,
        CancellationToken ct) =>
        await mediator.Send(new ListPaymentNotifications(verdict, QueryIds.Id(orderId), page.ToPaging()), ct);
}

/// <param name="ConfigJson">JSON text of an object.</param>
internal sealed record ProviderSettings(bool? Enabled, [property: JsonConverter(typeof(VerbatimTextConverter))] string? ConfigJson);
