using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Payments;

/// <summary>An outside system that collects money and tells so by a notice.</summary>
public interface IPaymentGateway
{
    PaymentProvider Provider { get; }

    /// <summary>Begins the trade numbers of its attempts.</summary>
    string TradePrefix { get; }

    /// <summary>False while this node cannot ask it.</summary>
    bool IsReady => true;

    /// <summary>Where the customer pays. Asked again for the same trade number when they come back.</summary>
    Task<Result<GatewayLink>> Open(GatewayAttempt attempt, IReadOnlyDictionary<string, string> config, CancellationToken ct);

    /// <summary>Whether it can be reached as it is configured. A refusal names the class of the failure, never the other side's words.</summary>
    Task<Result<Reachable>> Probe(IReadOnlyDictionary<string, string> config, CancellationToken ct);

    /// <summary>Reads a notice and checks that the gateway signed all of it. A refusal means that it could not be read now.</summary>
    Task<Result<GatewayNotification>> Read(GatewayCall call, IReadOnlyDictionary<string, string> config, CancellationToken ct);
}
