using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Billing.Payments;

/// <summary>Writes down what gateways said, so that an admin sees what was refused and what did not suit.</summary>
internal sealed partial class PaymentNotificationLog(
    IPaymentNotifications notices, ICurrentActor actor, ILogger<PaymentNotificationLog> log)
{
    private const int MaxValue = 500;

    /// <summary>With what proves a notice an admin could forge one, or try keys.</summary>
    private static readonly string[] Proofs = ["sign", "signature", "sig", "hmac", "hash", "token", "key", "secret"];

    /// <summary>
    /// Strangers cannot fill the table: a badly signed notice is kept once per attempt of ours, and not at all for others.
    /// </summary>
    /// <param name="parameters">What was received, without what proves it; a JSON object.</param>
    /// <returns>The stored notice with its id; null when it is not kept, or was kept before.</returns>
    public async Task<PaymentNotification?> Record(
        NotificationFacts facts, NotificationOutcome outcome, OrderId? order, string parameters, CancellationToken ct)
    {
        if (outcome == NotificationOutcome.Underpaid)
            LogUnderpaid(facts.Provider, facts.TradeNo, facts.Amount?.ToString() ?? "");
        else if (Failure(outcome) is not null)
            LogRefused(facts.Provider, facts.TradeNo, WireNames.Of(outcome), actor.Address);

        if (outcome == NotificationOutcome.Repeated || (outcome == NotificationOutcome.BadSignature && order is null))
            return null;

        var kept = PaymentNotification.Of(facts, outcome, order, parameters, actor.Address);
        if (await notices.HasFingerprint(kept.Fingerprint, ct))
            return null;

        await notices.Add(kept, ct);
        return kept;
    }

    /// <summary>Whether this very charge went to the wallet before; certain while its order is held.</summary>
    public async Task<bool> WasCredited(NotificationFacts facts, CancellationToken ct) =>
        await WasSaid(facts, NotificationOutcome.Underpaid, ct) || await WasSaid(facts, NotificationOutcome.CreditedToWallet, ct);

    /// <summary>A statement names no charge, so what was taken from one stands for every charge of that amount.</summary>
    public async Task<bool> WasSaid(NotificationFacts facts, NotificationOutcome outcome, CancellationToken ct) =>
        await notices.HasFingerprint(facts.Fingerprint(outcome), ct)
        || (facts.Reference.Length > 0 && await notices.HasFingerprint((facts with { Reference = "" }).Fingerprint(outcome), ct));

    /// <summary>What was received, without what proves it.</summary>
    public static string Text(IReadOnlyDictionary<string, string> parameters) => new JsonObject(parameters
        .Where(pair => !Proofs.Contains(pair.Key, StringComparer.OrdinalIgnoreCase))
        .Take(50)
        .Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Short(pair.Value, MaxValue)))).ToJsonString();

    public static string Short(string text, int max) => text.Length > max ? text[..max] : text;

    /// <summary>What the gateway is told; null when it need not say it again.</summary>
    public static Error? Failure(NotificationOutcome outcome) => outcome switch
    {
        NotificationOutcome.BadSignature => PaymentErrors.BadSignature,
        NotificationOutcome.NotPaid => PaymentErrors.NotPaid,
        NotificationOutcome.UnknownTrade => OrderErrors.PaymentNotFound,
        NotificationOutcome.AmountDiffers => OrderErrors.NoticeDiffers,
        _ => null,
    };

    [LoggerMessage(LogLevel.Warning, "Refused a notice of {Provider} for {TradeNo}: {Verdict}, from {Address}")]
    private partial void LogRefused(string provider, string tradeNo, string verdict, string? address);

    [LoggerMessage(LogLevel.Warning, "{Provider} collected only {Amount} for {TradeNo}: it went to the wallet and the order is not paid")]
    private partial void LogUnderpaid(string provider, string tradeNo, string amount);
}
