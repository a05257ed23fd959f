using System.Globalization;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Exports;

/// <summary>Every movement of money, oldest first. A command as <see cref="ExportOrders"/> is one.</summary>
/// <param name="UserId">0 for everybody.</param>
public sealed record ExportLedger(long UserId) : ICommand<Export>, IAudited
{
    public AuditRecord Audit(object? answer) => new("wallet.export", "wallet", "", new { UserId });
}

internal sealed class ExportLedgerHandler(IReadDb db, TimeProvider clock) : ICommandHandler<ExportLedger, Export>
{
    private static readonly string[] Header =
        ["id", "user_id", "username", "currency", "seq", "kind", "amount", "balance_after", "ref_type", "ref_id", "note", "created_at"];

    private static readonly Sql<Args, Row> Rows = new(
        """
        select e.id, w.user_id, u.username, w.currency, e.seq, e.kind, e.amount_cents as amount, e.balance_after, e.ref_type, e.ref_id,
               e.note, e.created_at
        from wallet_entries e
        join wallets w on w.id = e.wallet_id
        join users u on u.id = w.user_id
        where (@UserId = 0 or w.user_id = @UserId) and (e.created_at > @AfterAt or (e.created_at = @AfterAt and e.id > @After))
        order by e.created_at, e.id offset 0 rows fetch next @Take rows only
        """);

    public Task<Result<Export>> Handle(ExportLedger command, CancellationToken ct)
    {
        var rows = Batches.All(after => db.List(Rows, new Args(command.UserId, after.CreatedAt, after.Id, Batches.Size), ct));
        return Task.FromResult<Result<Export>>(new Export(string.Create(CultureInfo.InvariantCulture, $"ledger-{clock.GetUtcNow():yyyyMMdd}"), Header, rows));
    }

    internal sealed record Args(long UserId, DateTimeOffset AfterAt, long After, int Take);

    internal sealed record Row(
        long Id,
        long UserId,
        string Username,
        string Currency,
        long Seq,
        string Kind,
        Yuan Amount,
        Yuan BalanceAfter,
        string RefType,
        long RefId,
        string Note,
        DateTimeOffset CreatedAt) : IExportRow
    {
        public IReadOnlyList<Cell> Cells =>
            [Id, UserId, Username, Currency, Seq, Kind, Amount, BalanceAfter, RefType, RefId, Note, (DateTimeOffset?)CreatedAt];
    }
}
