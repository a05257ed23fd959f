using System.Text.Json.Serialization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Billing.Payments.Commands;
using VpsPanel.Application.Billing.Payments.Queries;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Common;
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
        admin.MapGet("/payments/suspense", ListSuspense).Needs("payment.list")
            .FilteredBy(ListFilter.Of<SuspenseStatus>())
            .WithName("listSuspensePayments").WithSummary("List collected money that matched nothing").WithDescription("Oldest first.");
        admin.MapPost("/payments/suspense/{id:long}/assign", Assign).Needs("payment.resolve")
            .WithName("assignSuspensePayment").WithSummary("Say whose money it is").WithDescription("It goes to the user's wallet.");
        admin.MapPost("/payments/suspense/{id:long}/return", Return).Needs("payment.resolve")
            .WithName("returnSuspensePayment").WithSummary("Say that money went back to its payer")
            .WithDescription("Paid back at the gateway before; nothing moves here.");
        admin.MapPost("/payments/reconcile", Reconcile).Needs("payment.reconcile")
            .WithName("reconcilePayments").WithSummary("Compare a gateway's statement with what was booked")
            .WithDescription("A preview unless `apply` is true; then what was paid there and not settled here is settled as by a notice.");
    }

    private static async Task<ApiResult<Listing<PaymentProviderView>>> List(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListPaymentProviders(), ct);

    private static async Task<ApiResult> Change(string key, ProviderSettings body, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new ChangePaymentProvider(key, body.Enabled, body.ConfigJson), ct)).Done();

    private static async Task<ApiResult<Reachable>> Try(string key, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new TryPaymentProvider(key), ct);

    private static async Task<ApiResult<Page<SuspensePaymentView>>> ListSuspense(
        string? status, [AsParameters] PageQuery page, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListSuspensePayments(status, page.ToPaging()), ct);

    private static async Task<ApiResult<ResolvedSuspensePayment>> Assign(
        long id, SuspenseAssignment body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new AssignSuspensePayment(new SuspensePaymentId(id), new UserId(body.UserId ?? 0), body.Note?.Trim() ?? ""), ct);

    private static async Task<ApiResult<ResolvedSuspensePayment>> Return(
        long id, SuspenseReturn body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ReturnSuspensePayment(new SuspensePaymentId(id), body.Note?.Trim() ?? ""), ct);

    private static async Task<ApiResult<Reconciliation>> Reconcile(
        StatementBody body, string? apply, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(
            new ReconcilePayments(
                body.Provider?.Trim() ?? "", body.Statement ?? "", body.From, body.To, body.Apply ?? QueryText.Flag(apply) ?? false),
            ct);

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

/// <param name="UserId">Whose money it is.</param>
internal sealed record SuspenseAssignment(long? UserId, string? Note);

/// <param name="Note">How it went back; required.</param>
internal sealed record SuspenseReturn(string? Note);

/// <param name="Provider">Key of the gateway that the statement is of.</param>
/// <param name="Statement">CSV: trade number, amount in yuan, state; a header line may come first.</param>
/// <param name="From">Since when the statement counts; 31 days before <paramref name="To"/> when missing.</param>
/// <param name="To">Until when; now when missing.</param>
/// <param name="Apply">Whether to settle what was paid there and not settled here.</param>
internal sealed record StatementBody(
    string? Provider,
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? Statement,
    DateTimeOffset? From,
    DateTimeOffset? To,
    bool? Apply);
