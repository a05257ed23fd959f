using MediatR;
using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Application.Billing.Wallets.Commands;
using VpsPanel.Application.Billing.Wallets.Queries;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.WebApi.Http;

namespace VpsPanel.WebApi.Endpoints.User;

internal static class WalletEndpoints
{
    public static void MapWallet(this RouteGroupBuilder routes)
    {
        routes.MapGet("/wallet", Show)
            .WithName("getMyWallet").WithSummary("Show my wallet in one currency");
        routes.MapGet("/wallet/transactions", ListTransactions)
            .WithName("listMyWalletTransactions").WithSummary("List what moved my wallet").WithDescription("Newest first.");
        routes.MapPost("/wallet/recharge", Recharge)
            .WithName("requestRecharge").WithSummary("Announce a payment into my wallet")
            .WithDescription("Nothing is credited before the review.");
        routes.MapPost("/wallet/withdraw", Withdraw)
            .WithName("requestWithdrawal").WithSummary("Ask for a payment out of my wallet")
            .WithDescription("The amount is held at once.");
        routes.MapGet("/wallet/orders", ListOrders)
            .WithName("listMyWalletOrders").WithSummary("List my recharges, withdrawals and refunds");
    }

    private static async Task<ApiResult<WalletResponse>> Show(string? currency, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new GetMyWallet(CurrencyText.Or(currency)), ct)).Map(wallet => new WalletResponse(wallet));

    private static async Task<ApiResult<Page<WalletTransactionView>>> ListTransactions(
        [AsParameters] PageQuery page, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListMyWalletTransactions(page.ToPaging()), ct);

    private static async Task<ApiResult<WalletOrderResponse>> Recharge(
        WalletOrderBody body, [FromHeader(Name = "Idempotency-Key")] string? key, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(
            new RequestRecharge(body.Amount ?? default, CurrencyText.Or(body.Currency), body.Note ?? "", body.Meta, key), ct))
            .Map(order => new WalletOrderResponse(order));

    private static async Task<ApiResult<WalletOrderResponse>> Withdraw(
        WalletOrderBody body, [FromHeader(Name = "Idempotency-Key")] string? key, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(
            new RequestWithdrawal(body.Amount ?? default, CurrencyText.Or(body.Currency), body.Note ?? "", body.Meta, key), ct))
            .Map(order => new WalletOrderResponse(order));

    private static async Task<ApiResult<Page<WalletOrderView>>> ListOrders(
        [AsParameters] PageQuery page, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListMyWalletOrders(page.ToPaging()), ct);
}

public sealed record WalletOrderBody(Yuan? Amount, string? Currency, string? Note, RawJson? Meta);

public sealed record WalletResponse(WalletView Wallet);

public sealed record WalletOrderResponse(WalletOrderView Order);
