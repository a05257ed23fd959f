using System.Text.Json;
using System.Text.Json.Serialization;
using MediatR;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.PlanOrders.Commands;
using VpsPanel.Application.Sales.PlanOrders.Queries;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Network;
using VpsPanel.WebApi.Http.Panel;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Panel;

/// <summary>
/// Programs that collect money outside report here. They prove themselves by a token or a signature over the body as it was sent.
/// </summary>
internal static class PaymentCallbackEndpoints
{
    public static void MapPaymentCallback(this RouteGroupBuilder admin) =>
        admin.MapPost("/orders/payments/callback", Receive).Public().OutsideAdminAccess()
            .Accepts<PaymentCallbackBody>("application/json")
            .WithName("reportPlanPayment").WithSummary("Report that a payment outside succeeded or failed");

    private static async Task<ApiResult<PlanOrderResponse>> Receive(
        HttpContext http, WebhookGuard guard, RequestContext context, IMediator mediator, CancellationToken ct)
    {
        if (guard.RefuseSender(ClientAddress.Of(http)) is { } stranger)
            return Refuse(stranger);

        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, ct);
        var body = buffer.ToArray();
        if (guard.RefuseProof(http.Request.Headers, body) is { } forged)
            return Refuse(forged);

        context.Set(Actor.Gateway, ErrorBody.TraceOf(http), ClientAddress.Of(http)?.ToString());
        var command = Parse(http, body);
        if (!command.IsSuccess)
            return Refuse(command.Error);

        var answer = await mediator.Send(command.Value, ct);
        return (answer.Error ?? answer.Value.Refusal) is { } failure ? Refuse(failure) : Result.Of(answer.Value.Order!);
    }

    private static Result<ReceivePlanPayment> Parse(HttpContext http, byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, Json.TypeOf<PaymentCallbackBody>(http)) is { } read
                ? read.ToCommand()
                : ErrorHandling.Unreadable(new BadHttpRequestException("no body"));
        }
        catch (JsonException error)
        {
            return ErrorHandling.Unreadable(new BadHttpRequestException("body", error));
        }
    }

    private static ApiResult<PlanOrderResponse> Refuse(Error error) => Result<PlanOrderResponse>.Fail(error);
}

/// <param name="Status"><c>succeeded</c> or <c>failed</c>.</param>
/// <param name="AmountCents">Checked against the payment when it is there; <c>currency</c> likewise.</param>
/// <param name="EventId">The sender's name of this event, under which it is handled once.</param>
public sealed record PaymentCallbackBody(
    long? OrderId,
    long? PaymentId,
    [property: Words("succeeded", "failed")] string? Status,
    string? Reference,
    string? FailureCode,
    string? FailureMessage,
    UnixSeconds? PaidAt,
    [property: JsonConverter(typeof(CentsConverter))] long? AmountCents,
    string? Currency,
    string? EventId)
{
    internal Result<ReceivePlanPayment> ToCommand()
    {
        var succeeded = Status?.Trim().ToLowerInvariant() switch { "succeeded" => true, "failed" => false, _ => (bool?)null };
        if (succeeded is null)
            return Error.Validation("status", "status is succeeded or failed");

        return new ReceivePlanPayment(
            new OrderId(OrderId ?? 0),
            new OrderPaymentId(PaymentId ?? 0),
            succeeded.Value,
            Reference?.Trim() ?? "",
            FailureCode?.Trim() ?? "",
            FailureMessage?.Trim() ?? "",
            PaidAt?.Instant,
            AmountCents,
            Currency?.Trim().ToUpperInvariant() ?? "",
            EventId);
    }
}
