namespace VpsPanel.Application.Servers;

/// <summary>What tells this installation's VPS from those of another one on the same upstream.</summary>
public interface IInstallation
{
    /// <summary>Eight letters and digits; the same for as long as the installation keeps its key for secrets.</summary>
    string Id { get; }
}
