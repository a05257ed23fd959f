using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Hosts;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Provisioning;

public interface IProvisionJobs : IRepository<ProvisionJob, ProvisionJobId>
{
    /// <summary>The job that is due for longest and that nobody holds, held until the transaction ends.</summary>
    /// <param name="only">Null for jobs of every kind.</param>
    Task<ProvisionJob?> NextDueForUpdate(OrderItemAction? only, DateTimeOffset now, CancellationToken ct);

    Task<ProvisionJob?> FindByItem(OrderItemId item, CancellationToken ct);
}

/// <summary>What tells this installation's hosts from those of another one on the same upstream.</summary>
public interface IInstallation
{
    /// <summary>Eight letters and digits; the same for as long as the installation keeps its key for secrets.</summary>
    string Id { get; }
}
