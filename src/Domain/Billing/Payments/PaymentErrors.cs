using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Billing.Payments;

public static class PaymentErrors
{
    public static Error MethodUnknown { get; } = Error.Validation("method", "no such payment method", "payment.unknown_method");

    public static Error ProviderNotFound { get; } = Error.NotFound("payment.provider_not_found");

    public static Error ProviderDisabled { get; } = Error.Forbidden("payment.provider_disabled", "the payment method is switched off");

    public static Error BadSignature { get; } = new(ErrorKind.Validation, "payment.bad_signature", "invalid sign");

    public static Error NotPaid { get; } = new(ErrorKind.Validation, "payment.not_paid", "the notice does not say that it was paid");
}
