using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Payments;

/// <summary>A provider as the operator has set it up.</summary>
/// <param name="Gateway">Null for what a person confirms.</param>
/// <param name="Config">Every field with its value, secrets in clear.</param>
/// <param name="SiteUrl">Public address of the site, under which it takes reports of payments; blank when nobody has named it.</param>
public sealed record ConfiguredProvider(
    PaymentProvider Provider, IPaymentGateway? Gateway, bool Enabled, IReadOnlyDictionary<string, string> Config, string SiteUrl)
{
    private const string OwnNotifyUrl = "notify_url";
    private const string NotifyPath = "/api/v1/payments/notify/";

    public string Key => Provider.Key;

    /// <summary>Required fields that have no value.</summary>
    public IReadOnlyList<string> Missing =>
        [.. Provider.Fields.Where(part => part.IsRequired && string.IsNullOrWhiteSpace(Config[part.Name])).Select(part => part.Name)];

    /// <summary>Switched on, on a node that can serve it.</summary>
    public bool IsOn => Enabled && IsReady;

    /// <summary>False for a plugin whose file this node does not have as it was enabled.</summary>
    public bool IsReady => Gateway is not { IsReady: false };

    /// <summary>
    /// Where the gateway reports payments: the provider's own <c>notify_url</c>, else built upon the site's address. Blank when there is
    /// neither, and for what a person confirms.
    /// </summary>
    public string NotifyUrl => (Gateway, Config.GetValueOrDefault(OwnNotifyUrl, ""), SiteUrl) switch
    {
        (null, _, _) => "",
        (_, { Length: > 0 } own, _) => own,
        (_, _, { Length: > 0 } site) => site.TrimEnd('/') + NotifyPath + Key,
        _ => "",
    };

    /// <summary>Why it can never work as it is configured, by the field where it is one's fault; null when nothing stands in the way.</summary>
    public Error? Obstacle
    {
        get
        {
            if (Missing is [var missing, ..])
                return Error.Validation(missing, $"{missing} is required before the provider can be enabled", "payment.provider_incomplete");

            foreach (var part in Provider.Fields)
            {
                if (part.Validate(Config[part.Name]) is { } complaint)
                    return Error.Validation(part.Name, $"{part.Name} {complaint}", "payment.provider_invalid");
            }

            return Gateway is not null && NotifyUrl.Length == 0 ? PaymentErrors.SiteUrlMissing : null;
        }
    }

    /// <summary>Switched on and able to work.</summary>
    public bool IsUsable => IsOn && Obstacle is null;
}
