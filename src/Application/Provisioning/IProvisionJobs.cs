using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Hosts;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Provisioning;

public interface IProvisionJobs : IRepository<ProvisionJob, ProvisionJobId>
{
    Task<ProvisionJob?> FindByItem(OrderItemId item, CancellationToken ct);
}

/// <summary>What tells this installation's hosts from those of another one on the same upstream.</summary>
public interface IInstallation
{
    /// <summary>Eight letters and digits; the same for as long as the installation keeps its key for secrets.</summary>
    string Id { get; }
}
