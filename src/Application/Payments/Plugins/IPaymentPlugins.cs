using System.Text.Json;
using System.Text.Json.Nodes;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Payments.Plugins;

/// <summary>A file that may be a plugin. Its name without the extension is the key of the provider.</summary>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record PluginFile(string Key, string FileName, long Size, string Sha256);

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

/// <summary>Asks plugins.</summary>
public interface IPluginRunner
{
    /// <summary>
    /// Runs the file only if it has this hash, asks it one thing and ends it. Never takes longer than 10 seconds. Refuses with
    /// <c>plugin.changed</c>, <c>.busy</c>, <c>.timeout</c>, <c>.too_much</c>, <c>.garbage</c>, <c>.crashed</c> or <c>.refused</c>.
    /// </summary>
    Task<Result<JsonElement>> Ask(string fileName, string sha256, string method, JsonObject parameters, CancellationToken ct);
}

/// <summary>The gateways that plugins make.</summary>
public interface IPaymentPlugins
{
    /// <summary>One for each enabled plugin; one whose file is gone or changed is not ready.</summary>
    Task<IReadOnlyList<IPaymentGateway>> Gateways(CancellationToken ct);
}
