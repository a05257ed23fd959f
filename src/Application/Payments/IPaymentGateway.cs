using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Payments;

/// <summary>An outside system that collects money and tells so by a notice.</summary>
public interface IPaymentGateway
{
    PaymentProvider Provider { get; }

    /// <summary>Begins the trade numbers of its attempts.</summary>
    string TradePrefix { get; }

    /// <summary>False while this node cannot ask it.</summary>
    bool IsReady => true;

    /// <summary>Where the customer pays. Asked again for the same trade number when he comes back.</summary>
    Task<Result<GatewayLink>> Open(GatewayAttempt attempt, IReadOnlyDictionary<string, string> config, CancellationToken ct);

    /// <summary>Reads a notice and checks that the gateway signed all of it. A refusal means that it could not be read now.</summary>
    Task<Result<GatewayNotice>> Read(GatewayCall call, IReadOnlyDictionary<string, string> config, CancellationToken ct);
}

/// <param name="ReturnUrl">Blank for the configured one.</param>
/// <param name="NotifyUrl">Blank for the configured one.</param>
public sealed record GatewayAttempt(string TradeNo, Money Amount, string Subject, string ReturnUrl, string NotifyUrl);

/// <param name="PayUrl">Blank when there is nowhere to go.</param>
/// <param name="Extra">What clients show beside or instead of it.</param>
public sealed record GatewayLink(string PayUrl, IReadOnlyDictionary<string, string>? Extra = null);

/// <summary>A notice as it came in.</summary>
/// <param name="Parameters">Of the address and of a form, the first value of each.</param>
/// <param name="Query">With its question mark.</param>
/// <param name="Headers">By lower-case name.</param>
public sealed record GatewayCall(
    IReadOnlyDictionary<string, string> Parameters,
    string Method,
    string Query,
    IReadOnlyDictionary<string, string> Headers,
    ReadOnlyMemory<byte> Body);

/// <summary>What a notice says.</summary>
/// <param name="TradeNo">Ours; blank when it names none.</param>
/// <param name="Amount">What was collected; null when it names no amount.</param>
/// <param name="Reference">The gateway's own name of the charge, the same in every notice of it; blank when it gives none.</param>
/// <param name="Acknowledgement">What the gateway wants to read when it need not say it again.</param>
public sealed record GatewayNotice(
    string TradeNo, Money? Amount, string Reference, bool IsSigned, bool IsPaid, string Acknowledgement);
