using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Billing.Payments;

public static class PaymentErrors
{
    public static Error MethodUnknown { get; } = Error.Validation("method", "no such payment method", "payment.unknown_method");

    public static Error ProviderNotFound { get; } = Error.NotFound("payment.provider_not_found");

    public static Error ProviderDisabled { get; } = Error.Forbidden("payment.provider_disabled", "the payment method is switched off");

    /// <summary>A gateway would not know where to report a payment.</summary>
    public static Error SiteUrlMissing { get; } =
        Error.Conflict("payment.site_url_missing", "set site_url, or the provider's notify_url, before a gateway is switched on");

    public static Error Unreachable { get; } = Error.Upstream("payment.unreachable", "there is no connection to the gateway");

    public static Error Timeout { get; } = Error.Upstream("payment.timeout", "the gateway does not answer in time");

    public static Error AddressRefused { get; } =
        Error.Upstream("payment.address_refused", "the gateway's address is private, local or reserved");

    public static Error WrongPage { get; } = Error.Upstream("payment.wrong_page", "the gateway's address answers that there is no such page, or fails");

    public static Error BadSignature { get; } = new(ErrorKind.Validation, "payment.bad_signature", "invalid sign");

    public static Error SuspenseNotFound { get; } = Error.NotFound("suspense_payment.not_found");

    public static Error NotPaid { get; } = new(ErrorKind.Validation, "payment.not_paid", "the notice does not say that it was paid");
}
