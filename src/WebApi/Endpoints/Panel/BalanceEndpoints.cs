using MediatR;
using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Application.Billing.Wallets.Queries;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Lists;
using VpsPanel.WebApi.Http.Panel;

namespace VpsPanel.WebApi.Endpoints.Panel;

internal static class BalanceEndpoints
{
    public static void MapBalance(this RouteGroupBuilder user) =>
        user.MapGet("/account/balance", Show)
        .FilteredBy(ListFilter.Of<EntryKind>("entry_type"))
        .WithName("getMyBalance").WithSummary("Show my balance and what moved it").WithDescription("Newest first.");

    private static async Task<ApiResult<BalanceResponse>> Show(
        string? currency, [FromQuery(Name = "entry_type")] string? entryType, [AsParameters] PanelPageQuery page, IMediator mediator,
        CancellationToken ct)
    {
        var paging = page.ToPaging();
        var query = new GetMyBalance(QueryText.Word(currency)?.ToUpperInvariant(), QueryText.Word(entryType), paging);
        return (await mediator.Send(query, ct)).Map(statement => BalanceResponse.Of(statement, paging));
    }
}

public sealed record BalanceResponse(
    long UserId,
    long BalanceCents,
    string Currency,
    UnixSeconds UpdatedAt,
    IReadOnlyList<BalanceTransactionView> Transactions,
    Pagination Pagination)
{
    internal static BalanceResponse Of(BalanceStatement statement, Paging paging)
    {
        var (balance, transactions) = statement;
        return new BalanceResponse(
            balance.UserId,
            balance.BalanceCents,
            balance.Currency,
            balance.UpdatedAt,
            transactions.Items,
            Pagination.Of(paging, transactions.Total));
    }
}
