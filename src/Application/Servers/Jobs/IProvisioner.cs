using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Jobs;

/// <summary>Builds and changes VPS, one try of one job at a time.</summary>
public interface IProvisioner
{
    /// <summary>
    /// Makes one try at the job, if it is due and nobody holds it, and answers how things stand afterwards. Called twice, or for a job that
    /// is done, it does nothing.
    /// </summary>
    Task<ProvisioningProgress> Run(ProvisionJobId job, CancellationToken ct);
}
