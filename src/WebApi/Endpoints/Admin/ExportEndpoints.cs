using MediatR;
using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Engagement.Exports;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Lists;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class ExportEndpoints
{
    public static void MapExports(this RouteGroupBuilder admin)
    {
        admin.MapGet("/orders/export", Orders).Needs("order.export")
            .FilteredBy(VpsPanel.WebApi.Endpoints.User.OrderEndpoints.ByStatus, ListFilter.Flag("overdue"), ListFilter.Flag("archived"))
            .WithName("exportOrders").WithSummary("Export VPS orders as CSV")
            .WithDescription("Oldest first, with the filters of the list.");
        admin.MapGet("/wallet/transactions/export", Ledger).Needs("wallet.export")
            .WithName("exportLedger").WithSummary("Export the ledger as CSV").WithDescription("Oldest first.");
    }

    private static async Task<CsvResult> Orders([AsParameters] OrderFilter filter, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(
            new ExportOrders(
                filter.Status, QueryIds.Id(filter.UserId), filter.OrderNo, filter.Keyword,
                QueryText.Flag(filter.Overdue) ?? false, QueryText.Flag(filter.Archived) ?? false),
            ct);

    private static async Task<CsvResult> Ledger([FromQuery(Name = "user_id")] string? userId, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ExportLedger(QueryIds.Id(userId)), ct);
}
