namespace VpsPanel.Application.Billing.Payments;

/// <param name="Gateway">Null for what a person confirms.</param>
public sealed record KnownProvider(PaymentProvider Provider, IPaymentGateway? Gateway)
{
    public string Key => Provider.Key;
}
