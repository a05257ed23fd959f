using System.Globalization;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Application.Sales.VpsOrders.Queries;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Exports;

/// <summary>
/// The orders that <see cref="ListOrders"/> would list, oldest first. A command for the sake of its audit row: who takes everything
/// away has to be on record before the first row leaves.
/// </summary>
public sealed record ExportOrders(string? Status, long UserId, string? OrderNo, string? Keyword, bool OnlyOverdue = false, bool Archived = false)
    : ICommand<Export>, IAudited
{
    public AuditRecord Audit(object? answer) => new("order.export", "order", "", new { Status, UserId, OrderNo, Keyword, OnlyOverdue, Archived });
}

internal sealed class ExportOrdersHandler(IReadDb db, ISettings settings, TimeProvider clock) : ICommandHandler<ExportOrders, Export>
{
    private static readonly string[] Header =
        ["id", "order_no", "user_id", "username", "status", "total_amount", "currency", "approved_by", "approved_at", "created_at"];

    private static readonly Sql<Args, Row> Rows = new(
        $"""
        select o.id, o.order_no, o.user_id, u.username, o.status, o.total_cents as total_amount, o.currency, o.approved_by_name,
               o.approved_at, o.created_at
        {ListOrdersHandler.Wanted} and (o.created_at > @AfterAt or (o.created_at = @AfterAt and o.id > @After))
        order by o.created_at, o.id offset 0 rows fetch next @Take rows only
        """);

    public async Task<Result<Export>> Handle(ExportOrders command, CancellationToken ct)
    {
        var status = OrderFilters.Status(command.Status);
        if (!status.IsSuccess)
            return status.Error;

        var args = new Args(
            status.Value, command.UserId, Like.Containing(command.OrderNo), Like.Containing(command.Keyword),
            command.OnlyOverdue ? 1 : 0, command.Archived ? 1 : 0,
            clock.GetUtcNow().AddHours(-await settings.Number(OrderSettings.ReviewOverdueHours, ct)),
            ExportPoint.Start.CreatedAt, 0, Batches.Size);
        var rows = Batches.All(after => db.List(Rows, args with { AfterAt = after.CreatedAt, After = after.Id }, ct));
        return new Export(string.Create(CultureInfo.InvariantCulture, $"orders-{clock.GetUtcNow():yyyyMMdd}"), Header, rows);
    }

    internal sealed record Args(
        string? Status, long UserId, string? OrderNo, string? Keyword, int OnlyOverdue, int Archived, DateTimeOffset OverdueSince, DateTimeOffset AfterAt,
        long After, int Take);

    internal sealed record Row(
        long Id,
        string OrderNo,
        long UserId,
        string Username,
        string Status,
        Yuan TotalAmount,
        string Currency,
        string ApprovedByName,
        DateTimeOffset? ApprovedAt,
        DateTimeOffset CreatedAt) : IExportRow
    {
        public IReadOnlyList<Cell> Cells =>
            [Id, OrderNo, UserId, Username, Status, TotalAmount, Currency, ApprovedByName, ApprovedAt, (DateTimeOffset?)CreatedAt];
    }
}
