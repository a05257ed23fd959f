using System.Text.Json.Serialization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Application.Billing.Wallets.Commands;
using VpsPanel.Application.Billing.Wallets.Queries;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;
using VpsPanel.WebApi.Endpoints.User;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Lists;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class WalletEndpoints
{
    public static void MapWallets(this RouteGroupBuilder routes)
    {
        routes.MapGet("/wallets/{userId:long}", Show).Needs("wallet.view")
            .WithName("getUserWallet").WithSummary("Show a user's wallet in one currency");
        routes.MapPost("/wallets/{userId:long}/adjust", Adjust).Needs("wallet.adjust")
            .WithName("adjustUserWallet").WithSummary("Correct a user's balance").WithDescription("Up or, with a negative amount, down.");
        routes.MapGet("/wallets/{userId:long}/transactions", ListTransactions).Needs("wallet.transactions")
            .WithName("listUserWalletTransactions").WithSummary("List what moved a user's wallet").WithDescription("Newest first.");
        routes.MapGet("/wallet/orders", ListOrders).Needs("wallet_order.list")
            .FilteredBy(ListFilter.Of<WalletOrderStatus>())
            .WithName("listWalletOrders").WithSummary("List recharges, withdrawals and refunds of all users");
        routes.MapPost("/wallet/orders/{id:long}/approve", Approve).Needs("wallet_order.approve")
            .WithName("approveWalletOrder").WithSummary("Approve a recharge, withdrawal or refund").WithDescription("Moves the money.");
        routes.MapPost("/wallet/orders/{id:long}/reject", Reject).Needs("wallet_order.reject")
            .WithName("rejectWalletOrder").WithSummary("Reject a recharge, withdrawal or refund")
            .WithDescription("Money that was held is released.");
    }

    private static async Task<ApiResult<WalletResponse>> Show(long userId, string? currency, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new GetWallet(new UserId(userId), CurrencyText.Or(currency)), ct)).Map(wallet => new WalletResponse(wallet));

    private static async Task<ApiResult<WalletResponse>> Adjust(
        long userId, AdjustBody body, [FromHeader(Name = "Idempotency-Key")] string? key, IMediator mediator, CancellationToken ct)
    {
        var command = new AdjustWallet(new UserId(userId), body.Amount ?? default, CurrencyText.Or(body.Currency), body.Note ?? "", key);
        return (await mediator.Send(command, ct)).Map(wallet => new WalletResponse(wallet));
    }

    private static async Task<ApiResult<Page<WalletTransactionView>>> ListTransactions(
        long userId, [AsParameters] PageQuery page, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListWalletTransactions(new UserId(userId), page.ToPaging()), ct);

    private static async Task<ApiResult<Page<WalletOrderView>>> ListOrders(
        string? status, [FromQuery(Name = "user_id")] string? userId, [AsParameters] PageQuery page, IMediator mediator,
        CancellationToken ct) =>
        await mediator.Send(
            new ListWalletOrders(status, QueryText.Id(userId) is { } id ? new UserId(id) : null, page.ToPaging()), ct);

    private static async Task<ApiResult<ApprovedWalletOrder>> Approve(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ApproveWalletOrder(new WalletOrderId(id)), ct);

    private static async Task<ApiResult<Done>> Reject(long id, RejectWalletOrderBody? body, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new RejectWalletOrder(new WalletOrderId(id), body?.Reason?.Trim() ?? ""), ct)).Map(_ => Done.Yes);
}

/// <param name="Amount">Negative takes money out.</param>
public sealed record AdjustBody(
    [property: JsonConverter(typeof(SignedYuanConverter))] Yuan? Amount, string? Currency, string? Note);

public sealed record RejectWalletOrderBody(string? Reason);
