using MediatR;
using VpsPanel.Application.Billing.Payments.Commands;
using VpsPanel.Application.Billing.Payments.Queries;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.VpsOrders.Commands;
using VpsPanel.Domain.Common;
using VpsPanel.WebApi.Http;

namespace VpsPanel.WebApi.Endpoints.User;

internal static class PaymentEndpoints
{
    public static void MapUserPayments(this RouteGroupBuilder user)
    {
        user.MapGet("/payments/providers", List)
            .WithName("listPaymentMethods").WithSummary("List the ways to pay");
        user.MapPost("/orders/{id:long}/pay", Pay)
            .WithName("payMyOrder").WithSummary("Pay an order, or learn how")
            .WithDescription("From the wallet the order is paid at once; a gateway answers the address where the person pays.");
    }

    private static async Task<ApiResult<Listing<PaymentMethodView>>> List(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListPaymentMethods(), ct);

    private static async Task<ApiResult<PaymentChoice>> Pay(long id, PayOrderRequest body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new PayOrder(new OrderId(id), body.Method?.Trim() ?? "", body.ReturnUrl ?? ""), ct);
}

/// <param name="NotifyUrl">Ignored: the server decides where a gateway reports.</param>
internal sealed record PayOrderRequest(string? Method, string? ReturnUrl, string? NotifyUrl);
