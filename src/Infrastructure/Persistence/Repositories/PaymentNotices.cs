using Microsoft.EntityFrameworkCore;
using VpsPanel.Application.Payments;
using VpsPanel.Domain.Payments;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Repositories;

internal sealed class PaymentNotices(PanelDb db, EfUnitOfWork work, IDialect dialect)
    : Repository<PaymentNotice, PaymentNoticeId>(db, work, dialect), IPaymentNotices
{
    public Task<bool> HasSame(PaymentNotice notice, CancellationToken ct) =>
        Set.AnyAsync(kept => kept.Fingerprint == notice.Fingerprint, ct);
}
