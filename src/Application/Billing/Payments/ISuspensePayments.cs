using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Billing.Payments;

namespace VpsPanel.Application.Billing.Payments;

public interface ISuspensePayments : IRepository<SuspensePayment, SuspensePaymentId>;
