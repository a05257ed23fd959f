namespace VpsPanel.Application.Identity.Installation;

/// <summary>Whether there is an administrator. Once there is one the answer never changes again.</summary>
public interface IInstallationStatus
{
    ValueTask<bool> IsInstalled(CancellationToken ct);
}
