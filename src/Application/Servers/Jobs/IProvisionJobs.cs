using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Jobs;

public interface IProvisionJobs : IRepository<ProvisionJob, ProvisionJobId>
{
    Task<ProvisionJob?> FindByItem(OrderItemId item, CancellationToken ct);
}
