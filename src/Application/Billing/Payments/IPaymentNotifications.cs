using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Billing.Payments;

namespace VpsPanel.Application.Billing.Payments;

public interface IPaymentNotifications : IRepository<PaymentNotification, PaymentNotificationId>
{
    /// <summary>Whether one of this fingerprint is kept already.</summary>
    Task<bool> HasFingerprint(string fingerprint, CancellationToken ct);
}
