namespace VpsPanel.Application.Billing.Payments;

/// <summary>A provider as the operator has set it up.</summary>
/// <param name="Gateway">Null for what a person confirms.</param>
/// <param name="Config">Every field with its value, secrets in clear.</param>
public sealed record ConfiguredProvider(
    PaymentProvider Provider, IPaymentGateway? Gateway, bool Enabled, IReadOnlyDictionary<string, string> Config)
{
    public string Key => Provider.Key;

    /// <summary>Required fields that have no value.</summary>
    public IReadOnlyList<string> Missing =>
        [.. Provider.Fields.Where(part => part.IsRequired && string.IsNullOrWhiteSpace(Config[part.Name])).Select(part => part.Name)];

    /// <summary>Switched on, on a node that can serve it.</summary>
    public bool IsOn => Enabled && IsReady;

    /// <summary>False for a plugin whose file this node does not have as it was enabled.</summary>
    public bool IsReady => Gateway is not { IsReady: false };

    /// <summary>Switched on and able to work.</summary>
    public bool IsUsable => IsOn && Missing.Count == 0;
}
