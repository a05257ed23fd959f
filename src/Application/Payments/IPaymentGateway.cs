using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Payments;

/// <summary>An outside system that collects money and tells so by a notice.</summary>
public interface IPaymentGateway
{
    PaymentProvider Provider { get; }

    /// <summary>Begins the trade numbers of its attempts.</summary>
    string TradePrefix { get; }

    /// <summary>What it wants to read after a notice that needs no repeat.</summary>
    string Acknowledgement { get; }

    /// <summary>Where the customer pays. Asked again for the same trade number when he comes back.</summary>
    Task<Result<string>> PayUrl(GatewayAttempt attempt, IReadOnlyDictionary<string, string> config, CancellationToken ct);

    /// <summary>Reads a notice and checks that the gateway signed all of it.</summary>
    GatewayNotice Read(IReadOnlyDictionary<string, string> parameters, IReadOnlyDictionary<string, string> config);
}

/// <param name="ReturnUrl">Blank for the configured one.</param>
/// <param name="NotifyUrl">Blank for the configured one.</param>
public sealed record GatewayAttempt(string TradeNo, Money Amount, string Subject, string ReturnUrl, string NotifyUrl);

/// <summary>What a notice says.</summary>
/// <param name="TradeNo">Ours; blank when it names none.</param>
/// <param name="Amount">Null when it names none.</param>
public sealed record GatewayNotice(string TradeNo, Money? Amount, bool IsSigned, bool IsPaid);
