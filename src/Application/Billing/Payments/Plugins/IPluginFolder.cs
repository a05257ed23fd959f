using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Payments.Plugins;

/// <summary>The folder of the plugins on this node.</summary>
public interface IPluginFolder
{
    /// <summary>By key; what is no plain file with a proper name is not seen.</summary>
    Task<IReadOnlyList<PluginFile>> List(CancellationToken ct);

    /// <summary>
    /// Stores a file under its name, in place of one of that name, as a whole or not at all. Refuses a name that is not proper
    /// (<c>plugin.invalid_name</c>) or whose key another file has (<c>plugin.key_taken</c>), and what is larger than 32 MiB.
    /// </summary>
    Task<Result<PluginFile>> Save(string fileName, Stream content, CancellationToken ct);
}
