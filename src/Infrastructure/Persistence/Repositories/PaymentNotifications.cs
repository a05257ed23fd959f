using Microsoft.EntityFrameworkCore;
using VpsPanel.Application.Billing.Payments;
using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Repositories;

internal sealed class PaymentNotifications(PanelDb db, EfUnitOfWork work, IDialect dialect)
    : Repository<PaymentNotification, PaymentNotificationId>(db, work, dialect), IPaymentNotifications
{
    public Task<bool> HasFingerprint(string fingerprint, CancellationToken ct) =>
        Set.AnyAsync(kept => kept.Fingerprint == fingerprint, ct);
}
