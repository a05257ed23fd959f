using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Payments.Queries;

/// <summary>Every way to pay with its configuration, secrets as masks; for admins.</summary>
public sealed record ListPaymentProviders : IQuery<Listing<PaymentProviderView>>;

/// <param name="SchemaJson">JSON text.</param>
/// <param name="ConfigJson">JSON text.</param>
/// <param name="NotifyUrl">Where the gateway reports payments; blank where a person confirms them, and while no address is known.</param>
/// <param name="Problem">Code of what keeps it from being switched on, such as <c>payment.site_url_missing</c>; blank when nothing does.</param>
public sealed record PaymentProviderView(
    string Key, string Name, bool Enabled, string SchemaJson, string ConfigJson, string NotifyUrl, string Problem);

internal sealed class ListPaymentProvidersHandler(PaymentProviders providers)
    : IQueryHandler<ListPaymentProviders, Listing<PaymentProviderView>>
{
    public async Task<Result<Listing<PaymentProviderView>>> Handle(ListPaymentProviders query, CancellationToken ct) =>
        new Listing<PaymentProviderView>([.. (await providers.List(ct)).Select(View)]);

    private static PaymentProviderView View(ConfiguredProvider provider) => new(
        provider.Key,
        provider.Provider.Name,
        provider.IsOn,
        provider.Provider.Schema(ProviderTexts.Everything),
        provider.ConfigText(ProviderTexts.Everything),
        provider.NotifyUrl,
        provider.Obstacle?.Code ?? "");
}
