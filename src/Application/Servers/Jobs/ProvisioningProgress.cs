namespace VpsPanel.Application.Servers.Jobs;

/// <param name="NextRunAt">When the next try is due, or when the claim of a try under way lapses.</param>
/// <param name="Attempts">Tries since it was last queued.</param>
/// <param name="Note">Why it failed or waits; secrets masked.</param>
public sealed record ProvisioningProgress(ProvisioningStage Stage, DateTimeOffset NextRunAt, int Attempts, string Note);
