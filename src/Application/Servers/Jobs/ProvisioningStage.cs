namespace VpsPanel.Application.Servers.Jobs;

public enum ProvisioningStage
{
    /// <summary>There is nothing to do any more.</summary>
    Ended,

    /// <summary>Given up, until an admin retries the order.</summary>
    Failed,

    /// <summary>Goes on at <see cref="ProvisioningProgress.NextRunAt"/>.</summary>
    Waiting,
}
