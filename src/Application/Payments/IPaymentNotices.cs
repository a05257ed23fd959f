using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Payments;

namespace VpsPanel.Application.Payments;

public interface IPaymentNotices : IRepository<PaymentNotice, PaymentNoticeId>
{
    /// <summary>Whether one that says the same is kept already.</summary>
    Task<bool> HasSame(PaymentNotice notice, CancellationToken ct);
}
