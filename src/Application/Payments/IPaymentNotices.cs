using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Payments;

namespace VpsPanel.Application.Payments;

public interface IPaymentNotices : IRepository<PaymentNotice, PaymentNoticeId>
{
    /// <summary>Whether one of this fingerprint is kept already.</summary>
    Task<bool> HasFingerprint(string fingerprint, CancellationToken ct);
}
