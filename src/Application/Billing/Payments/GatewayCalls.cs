using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Payments;

/// <summary>
/// The only way to a gateway. It can take long to answer, so nobody asks it while holding rows: what is to be asked for is stored before, and
/// what it says afterwards.
/// </summary>
internal sealed class GatewayCalls(IUnitOfWork work)
{
    /// <inheritdoc cref="IPaymentGateway.Open"/>
    public Task<Result<GatewayLink>> Open(ConfiguredProvider provider, GatewayAttempt attempt, CancellationToken ct) =>
        Free(provider).Open(attempt, provider.Config, ct);

    /// <inheritdoc cref="IPaymentGateway.Read"/>
    public Task<Result<GatewayNotification>> Read(ConfiguredProvider provider, GatewayCall call, CancellationToken ct) =>
        Free(provider).Read(call, provider.Config, ct);

    /// <inheritdoc cref="IPaymentGateway.Probe"/>
    public Task<Result<Reachable>> Probe(ConfiguredProvider provider, CancellationToken ct) => Free(provider).Probe(provider.Config, ct);

    /// <exception cref="InvalidOperationException">A transaction is open.</exception>
    private IPaymentGateway Free(ConfiguredProvider provider) => work.IsOpen
        ? throw new InvalidOperationException($"{provider.Key} was to be asked inside a transaction.")
        : provider.Gateway ?? throw new InvalidOperationException($"{provider.Key} has no gateway.");
}
