using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Payments.Commands;
using VpsPanel.Application.PlanOrders.Commands;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;
using VpsPanel.Domain.Payments;

namespace VpsPanel.Application.Payments;

/// <summary>Writes down what gateways said, so that an admin sees what was refused.</summary>
internal sealed partial class NoticeBook(IPaymentNotices notices, ICurrentActor actor, ILogger<NoticeBook> log)
{
    public const int MaxTradeNo = 128;
    private const int MaxValue = 500;

    /// <summary>With what proves a notice an admin could forge one, or try keys.</summary>
    private static readonly string[] Proofs = ["sign", "signature", "sig", "hmac", "hash", "token", "key", "secret"];

    /// <summary>
    /// Strangers cannot fill the table: a badly signed notice is kept once per attempt of ours, and not at all for others.
    /// </summary>
    public async Task Keep(ReceiveNotice command, GatewayNotice notice, Order? order, NoticeVerdict verdict, CancellationToken ct)
    {
        if (Refusal(verdict) is not null)
            LogRefused(command.Provider, notice.TradeNo, WireNames.Of(verdict), actor.Address);

        if (verdict == NoticeVerdict.Repeated || (verdict == NoticeVerdict.BadSignature && order is null))
            return;

        var kept = PaymentNotice.Of(
            command.Provider,
            notice.TradeNo.Length > MaxTradeNo ? notice.TradeNo[..MaxTradeNo] : notice.TradeNo,
            notice.Amount?.Cents,
            verdict,
            order?.Id,
            Text(command.Call.Parameters),
            actor.Address);
        if (!await notices.HasSame(kept, ct))
            await notices.Add(kept, ct);
    }

    /// <summary>What the panel's callback said of one of our payments.</summary>
    public async Task Keep(ReceivePlanPayment command, OrderPayment payment, OrderId order, NoticeVerdict verdict, CancellationToken ct)
    {
        if (Refusal(verdict) is not null)
            LogRefused(payment.Method, payment.TradeNo!, WireNames.Of(verdict), actor.Address);

        var said = JsonNotes.With(
            null,
            ("status", command.Succeeded ? "succeeded" : "failed"),
            ("amount_cents", command.AmountCents),
            ("currency", JsonNotes.Text(command.Currency)),
            ("reference", JsonNotes.Text(command.Reference)),
            ("event_id", JsonNotes.Text(command.IdempotencyKey)));
        var kept = PaymentNotice.Of(payment.Method, payment.TradeNo!, command.AmountCents, verdict, order, said, actor.Address);
        if (!await notices.HasSame(kept, ct))
            await notices.Add(kept, ct);
    }

    private static string Text(IReadOnlyDictionary<string, string> parameters) => new JsonObject(parameters
        .Where(pair => !Proofs.Contains(pair.Key, StringComparer.OrdinalIgnoreCase))
        .Take(50)
        .Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Short(pair.Value)))).ToJsonString();

    private static string Short(string text) => text.Length > MaxValue ? text[..MaxValue] : text;

    /// <summary>What the gateway is told; null when it need not say it again.</summary>
    public static Error? Refusal(NoticeVerdict verdict) => verdict switch
    {
        NoticeVerdict.BadSignature => PaymentErrors.BadSignature,
        NoticeVerdict.ProviderDisabled => PaymentErrors.ProviderDisabled,
        NoticeVerdict.NotPaid => PaymentErrors.NotPaid,
        NoticeVerdict.UnknownTrade => OrderErrors.PaymentNotFound,
        NoticeVerdict.AmountDiffers => OrderErrors.NoticeDiffers,
        _ => null,
    };

    [LoggerMessage(LogLevel.Warning, "Refused a notice of {Provider} for {TradeNo}: {Verdict}, from {Address}")]
    private partial void LogRefused(string provider, string tradeNo, string verdict, string? address);
}
