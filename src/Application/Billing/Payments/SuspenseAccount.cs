using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Payments;

/// <summary>Keeps money that matches nothing; see decision 0196.</summary>
internal sealed class SuspenseAccount(PaymentNotificationLog log, ISuspensePayments suspense)
{
    /// <summary>Writes the notice down, and the money it tells of when it names an amount. A repeat changes nothing.</summary>
    public async Task Keep(NotificationFacts facts, NotificationOutcome outcome, OrderId? order, string parameters, CancellationToken ct)
    {
        var isMoney = facts.Amount is { IsPositive: true };
        if (isMoney && await log.WasSaid(facts, outcome, ct))
            return;

        var notice = await log.Record(facts, outcome, order, parameters, ct);
        if (isMoney && notice is not null)
            await suspense.Add(SuspensePayment.Of(notice), ct);
    }
}
