using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Payments.Queries;

/// <summary>Whether the provider could take money as it is configured, switched on or not. Nothing is charged.</summary>
public sealed record TryPaymentProvider(string Key) : IQuery<Reachable>;

internal sealed class TryPaymentProviderHandler(PaymentProviders providers, GatewayCalls gateways) : IQueryHandler<TryPaymentProvider, Reachable>
{
    public async Task<Result<Reachable>> Handle(TryPaymentProvider query, CancellationToken ct)
    {
        if (await providers.Find(query.Key, ct) is not { } provider)
            return PaymentErrors.ProviderNotFound;

        if (provider.Obstacle is { } obstacle)
            return obstacle;

        if (!provider.IsReady)
            return PluginErrors.Changed;

        return provider.Gateway is null ? Reachable.Yes : await gateways.Probe(provider, ct);
    }
}
