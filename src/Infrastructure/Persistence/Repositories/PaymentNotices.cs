using Microsoft.EntityFrameworkCore;
using VpsPanel.Application.Payments;
using VpsPanel.Domain.Payments;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Repositories;

internal sealed class PaymentNotices(PanelDb db, EfUnitOfWork work, IDialect dialect)
    : Repository<PaymentNotice, PaymentNoticeId>(db, work, dialect), IPaymentNotices
{
    public Task<bool> HasFingerprint(string fingerprint, CancellationToken ct) =>
        Set.AnyAsync(kept => kept.Fingerprint == fingerprint, ct);
}
