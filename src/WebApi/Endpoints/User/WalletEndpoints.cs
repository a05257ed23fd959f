using MediatR;
using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Wallets;
using VpsPanel.Application.Wallets.Commands;
using VpsPanel.Application.Wallets.Queries;
using VpsPanel.WebApi.Http;

namespace VpsPanel.WebApi.Endpoints.User;

internal static class WalletEndpoints
{
    public static void MapWallet(this RouteGroupBuilder routes)
    {
        routes.MapGet("/wallet", Show).WithSummary("My money in one currency");
        routes.MapGet("/wallet/transactions", ListTransactions).WithSummary("What moved it, newest first");
        routes.MapPost("/wallet/recharge", Recharge).WithSummary("Announce money; none is credited before the review");
        routes.MapPost("/wallet/withdraw", Withdraw).WithSummary("Ask for money; it is reserved at once");
        routes.MapGet("/wallet/orders", ListOrders).WithSummary("My recharges, withdrawals and refunds");
    }

    private static async Task<Answer<WalletAnswer>> Show(string? currency, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new GetMyWallet(CurrencyText.Or(currency)), ct)).Map(wallet => new WalletAnswer(wallet));

    private static async Task<Answer<Page<WalletTransactionView>>> ListTransactions(
        [AsParameters] PageQuery page, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListMyWalletTransactions(page.ToPaging()), ct);

    private static async Task<Answer<WalletOrderAnswer>> Recharge(
        WalletOrderBody body, [FromHeader(Name = "Idempotency-Key")] string? key, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(
            new RequestRecharge(body.Amount ?? default, CurrencyText.Or(body.Currency), body.Note ?? "", body.Meta, key), ct))
            .Map(order => new WalletOrderAnswer(order));

    private static async Task<Answer<WalletOrderAnswer>> Withdraw(
        WalletOrderBody body, [FromHeader(Name = "Idempotency-Key")] string? key, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(
            new RequestWithdrawal(body.Amount ?? default, CurrencyText.Or(body.Currency), body.Note ?? "", body.Meta, key), ct))
            .Map(order => new WalletOrderAnswer(order));

    private static async Task<Answer<Page<WalletOrderView>>> ListOrders(
        [AsParameters] PageQuery page, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListMyWalletOrders(page.ToPaging()), ct);
}

public sealed record WalletOrderBody(Yuan? Amount, string? Currency, string? Note, RawJson? Meta);

public sealed record WalletAnswer(WalletView Wallet);

public sealed record WalletOrderAnswer(WalletOrderView Order);
