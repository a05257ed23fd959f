using MediatR;
using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.PlanOrders;
using VpsPanel.Application.PlanOrders.Queries;
using VpsPanel.Domain.Wallets;
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

    private static async Task<Answer<BalanceAnswer>> Show(
        string? currency, [FromQuery(Name = "entry_type")] string? entryType, [AsParameters] PanelPageQuery page, IMediator mediator,
        CancellationToken ct)
    {
        var paging = page.ToPaging();
        var query = new GetMyBalance(QueryText.Word(currency)?.ToUpperInvariant(), QueryText.Word(entryType), paging);
        return (await mediator.Send(query, ct)).Map(statement => BalanceAnswer.Of(statement, paging));
    }
}

public sealed record BalanceAnswer(
    long UserId,
    long BalanceCents,
    string Currency,
    UnixSeconds UpdatedAt,
    IReadOnlyList<BalanceTransactionView> Transactions,
    Pagination Pagination)
{
    internal static BalanceAnswer Of(BalanceStatement statement, Paging paging)
    {
        var (balance, transactions) = statement;
        return new BalanceAnswer(
            balance.UserId,
            balance.BalanceCents,
            balance.Currency,
            balance.UpdatedAt,
            transactions.Items,
            Pagination.Of(paging, transactions.Total));
    }
}
