using VpsPanel.Application.Billing.Payments;
using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Repositories;

internal sealed class SuspensePayments(PanelDb db, EfUnitOfWork work, IDialect dialect)
    : Repository<SuspensePayment, SuspensePaymentId>(db, work, dialect), ISuspensePayments;
