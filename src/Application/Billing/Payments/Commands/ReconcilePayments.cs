using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Payments.Commands;

/// <summary>
/// Compares a gateway's statement with what its notices told. What was paid there and not booked here is mended on demand, each payment by a command of
/// its own that does what the notice would have done; the other differences are for people.
/// </summary>
/// <param name="From">Null for 31 days before <paramref name="To"/>.</param>
/// <param name="To">Null for now.</param>
public sealed record ReconcilePayments(string Provider, string Statement, DateTimeOffset? From, DateTimeOffset? To, bool Apply)
    : IUpstreamCommand<Reconciliation>;

/// <param name="Matched">Trade numbers on which both agree.</param>
/// <param name="Applied">Whether what could be mended was.</param>
public sealed record Reconciliation(string Provider, int Matched, IReadOnlyList<PaymentDifference> Differences, bool Applied);

/// <param name="Kind"><c>unsettled_here</c>, <c>unknown_there</c> or <c>amount_differs</c>.</param>
/// <param name="There">What the statement says was collected.</param>
/// <param name="Here">What was booked for the trade number.</param>
/// <param name="Outcome">What mending it came to, a verdict of notices or the code of a refusal; blank when nothing was done.</param>
public sealed record PaymentDifference(string Kind, string TradeNo, Yuan There, Yuan Here, string Outcome = "");

internal sealed class ReconcilePaymentsValidator : AbstractValidator<ReconcilePayments>
{
    public ReconcilePaymentsValidator()
    {
        RuleFor(command => command.Provider).NotEmpty().MaximumLength(32);
        RuleFor(command => command.Statement).NotEmpty().MaximumLength(1_000_000);
        RuleFor(command => command.To).GreaterThan(command => command.From).When(command => command is { From: not null, To: not null });
    }
}

internal sealed class ReconcilePaymentsHandler(PaymentProviders providers, IReadDb db, CommandSender sender, TimeProvider clock)
    : IUpstreamCommandHandler<ReconcilePayments, Reconciliation>
{
    private const string Unsettled = "unsettled_here";
    private static readonly TimeSpan Window = TimeSpan.FromDays(31);

    private const string Booked =
        """
        from payment_notices n
        where n.provider = @Provider and n.amount_cents > 0
          and n.verdict in ('settled', 'overpaid', 'underpaid', 'credited_to_wallet', 'unknown_trade')
        """;

    private static readonly Sql<WindowArgs, BookedRow> Between = new(
        $"select n.trade_no, cast(sum(n.amount_cents) as bigint) as cents {Booked} and n.created_at >= @From and n.created_at < @To group by n.trade_no");

    private static readonly Sql<TradeArgs, BookedRow> Of = new(
        $"select n.trade_no, cast(sum(n.amount_cents) as bigint) as cents {Booked} and n.trade_no = @TradeNo group by n.trade_no");

    public async Task<Result<Reconciliation>> Handle(ReconcilePayments command, CancellationToken ct)
    {
        if (await providers.Find(command.Provider, ct) is not { Gateway: not null })
            return Error.Validation("provider", "no such gateway", PaymentErrors.MethodUnknown.Code);

        var read = GatewayStatement.Read(command.Statement);
        if (!read.IsSuccess)
            return read.Error;

        var (there, here) = (read.Value, await BookedHere(command, read.Value.Keys, ct));
        List<PaymentDifference> differences =
        [
            .. there.Where(paid => here.GetValueOrDefault(paid.Key) != paid.Value).OrderBy(paid => paid.Key, StringComparer.Ordinal)
                .Select(paid => new PaymentDifference(
                    here.ContainsKey(paid.Key) ? "amount_differs" : Unsettled, paid.Key, new Yuan(paid.Value), new Yuan(here.GetValueOrDefault(paid.Key)))),
            .. here.Where(booked => !there.ContainsKey(booked.Key)).OrderBy(booked => booked.Key, StringComparer.Ordinal)
                .Select(booked => new PaymentDifference("unknown_there", booked.Key, default, new Yuan(booked.Value))),
        ];
        var matched = there.Keys.Count(here.ContainsKey) - differences.Count(one => one.Kind == "amount_differs");
        for (var at = 0; command.Apply && at < differences.Count; at++)
        {
            if (differences[at] is { Kind: Unsettled } missing)
                differences[at] = missing with { Outcome = await Settle(command.Provider, missing, ct) };
        }

        return new Reconciliation(command.Provider, matched, differences, command.Apply);
    }

    private async Task<string> Settle(string provider, PaymentDifference missing, CancellationToken ct)
    {
        var settled = await sender.Send(new SettleStatementLine(provider, missing.TradeNo, Money.Yuan(missing.There.Cents)), ct);
        return settled.IsSuccess ? WireNames.Of(settled.Value) : settled.Error.Code;
    }

    /// <summary>What was booked in the statement's time, and for its trade numbers at any time.</summary>
    private async Task<Dictionary<string, long>> BookedHere(ReconcilePayments command, IEnumerable<string> trades, CancellationToken ct)
    {
        var to = command.To ?? clock.GetUtcNow();
        var rows = await db.List(Between, new WindowArgs(command.Provider, command.From ?? to - Window, to), ct);
        var booked = rows.ToDictionary(row => row.TradeNo, row => row.Cents, StringComparer.Ordinal);
        foreach (var trade in trades)
        {
            if (await db.First(Of, new TradeArgs(command.Provider, trade), ct) is { } row)
                booked[trade] = row.Cents;
        }

        return booked;
    }

    internal sealed record WindowArgs(string Provider, DateTimeOffset From, DateTimeOffset To);

    internal sealed record TradeArgs(string Provider, string TradeNo);

    internal sealed record BookedRow(string TradeNo, long Cents);
}
