using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;
using VpsPanel.Domain.Payments;

namespace VpsPanel.Application.Payments;

/// <summary>Writes down what gateways said, so that an admin sees what was refused and what did not suit.</summary>
internal sealed partial class NoticeBook(IPaymentNotices notices, ICurrentActor actor, ILogger<NoticeBook> log)
{
    private const int MaxValue = 500;

    /// <summary>With what proves a notice an admin could forge one, or try keys.</summary>
    private static readonly string[] Proofs = ["sign", "signature", "sig", "hmac", "hash", "token", "key", "secret"];

    /// <summary>
    /// Strangers cannot fill the table: a badly signed notice is kept once per attempt of ours, and not at all for others.
    /// </summary>
    /// <param name="parameters">What was received, without what proves it; a JSON object.</param>
    /// <returns>The stored notice with its id; null when it is not kept, or was kept before.</returns>
    public async Task<PaymentNotice?> Keep(
        NoticeFacts facts, NoticeVerdict verdict, OrderId? order, string parameters, CancellationToken ct)
    {
        if (verdict == NoticeVerdict.Underpaid)
            LogUnderpaid(facts.Provider, facts.TradeNo, facts.Amount?.ToString() ?? "");
        else if (Refusal(verdict) is not null)
            LogRefused(facts.Provider, facts.TradeNo, WireNames.Of(verdict), actor.Address);

        if (verdict == NoticeVerdict.Repeated || (verdict == NoticeVerdict.BadSignature && order is null))
            return null;

        var kept = PaymentNotice.Of(facts, verdict, order, parameters, actor.Address);
        if (await notices.HasFingerprint(kept.Fingerprint, ct))
            return null;

        await notices.Add(kept, ct);
        return kept;
    }

    /// <summary>Whether this very charge went to the wallet before; certain while its order is held.</summary>
    public async Task<bool> WasCredited(NoticeFacts facts, CancellationToken ct) =>
        await notices.HasFingerprint(facts.Fingerprint(NoticeVerdict.Underpaid), ct)
        || await notices.HasFingerprint(facts.Fingerprint(NoticeVerdict.CreditedToWallet), ct);

    /// <summary>What was received, without what proves it.</summary>
    public static string Text(IReadOnlyDictionary<string, string> parameters) => new JsonObject(parameters
        .Where(pair => !Proofs.Contains(pair.Key, StringComparer.OrdinalIgnoreCase))
        .Take(50)
        .Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Short(pair.Value, MaxValue)))).ToJsonString();

    public static string Short(string text, int max) => text.Length > max ? text[..max] : text;

    /// <summary>What the gateway is told; null when it need not say it again.</summary>
    public static Error? Refusal(NoticeVerdict verdict) => verdict switch
    {
        NoticeVerdict.BadSignature => PaymentErrors.BadSignature,
        NoticeVerdict.NotPaid => PaymentErrors.NotPaid,
        NoticeVerdict.UnknownTrade => OrderErrors.PaymentNotFound,
        NoticeVerdict.AmountDiffers => OrderErrors.NoticeDiffers,
        _ => null,
    };

    [LoggerMessage(LogLevel.Warning, "Refused a notice of {Provider} for {TradeNo}: {Verdict}, from {Address}")]
    private partial void LogRefused(string provider, string tradeNo, string verdict, string? address);

    [LoggerMessage(LogLevel.Warning, "{Provider} collected only {Amount} for {TradeNo}: it went to the wallet and the order is not paid")]
    private partial void LogUnderpaid(string provider, string tradeNo, string amount);
}
