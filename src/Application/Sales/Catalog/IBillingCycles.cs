using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog;

public interface IBillingCycles : IRepository<BillingCycle, BillingCycleId>;
