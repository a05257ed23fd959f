using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Provisioning;

/// <summary>Builds and changes hosts, one try of one job at a time.</summary>
public interface IProvisioner
{
    /// <summary>
    /// Makes one try at the job, if it is due and nobody holds it, and answers how things stand afterwards. Called twice, or for a job that
    /// is done, it does nothing.
    /// </summary>
    Task<ProvisioningProgress> Run(ProvisionJobId job, CancellationToken ct);
}

public enum ProvisioningStage
{
    /// <summary>There is nothing to do any more.</summary>
    Ended,

    /// <summary>Given up, until an admin retries the order.</summary>
    Failed,

    /// <summary>Goes on at <see cref="ProvisioningProgress.NextRunAt"/>.</summary>
    Waiting,
}

/// <param name="NextRunAt">When the next try is due, or when the claim of a try under way lapses.</param>
/// <param name="Attempts">Tries since it was last queued.</param>
/// <param name="Note">Why it failed or waits; secrets masked.</param>
public sealed record ProvisioningProgress(ProvisioningStage Stage, DateTimeOffset NextRunAt, int Attempts, string Note);
