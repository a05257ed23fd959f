using System.Text.Json;
using System.Text.Json.Nodes;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Payments.Plugins;

/// <summary>Asks plugins.</summary>
public interface IPluginRunner
{
    /// <summary>
    /// Runs the file only if it has this hash, asks it one thing and ends it. Never takes longer than 10 seconds. Refuses with
    /// <c>plugin.changed</c>, <c>.busy</c>, <c>.timeout</c>, <c>.too_much</c>, <c>.garbage</c>, <c>.crashed</c> or <c>.refused</c>.
    /// </summary>
    Task<Result<JsonElement>> Ask(string fileName, string sha256, string method, JsonObject parameters, CancellationToken ct);
}
