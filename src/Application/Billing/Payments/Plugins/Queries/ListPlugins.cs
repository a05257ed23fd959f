using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Payments.Plugins.Queries;

/// <summary>What lies in the folder of this node, and what may run.</summary>
public sealed record ListPlugins : IQuery<Listing<PluginView>>;

/// <param name="Enabled">It is there and is what was enabled.</param>
/// <param name="Sha256">Empty when the file is gone.</param>
/// <param name="EnabledSha256">Empty when it was never enabled.</param>
public sealed record PluginView(string Key, string Name, string File, long Size, string Sha256, bool Enabled, string EnabledSha256);

internal sealed class ListPluginsHandler(IPluginFolder folder, ISettings settings) : IQueryHandler<ListPlugins, Listing<PluginView>>
{
    public async Task<Result<Listing<PluginView>>> Handle(ListPlugins query, CancellationToken ct)
    {
        var files = await folder.List(ct);
        var approved = await settings.Get(PluginSettings.Approved, ct);
        var gone = approved.Where(approval => files.All(file => file.Key != approval.Key))
            .Select(approval => new PluginView(approval.Key, approval.Name, approval.Path, 0, "", false, approval.Sha256));
        return new Listing<PluginView>(
            [.. files.Select(file => View(file, approved)).Concat(gone).OrderBy(plugin => plugin.Key, StringComparer.Ordinal)]);
    }

    private static PluginView View(PluginFile file, IReadOnlyList<PluginApproval> approved)
    {
        var approval = approved.FirstOrDefault(approval => approval.Key == file.Key);
        var isEnabled = approval is not null && approval.Path == file.FileName && approval.Sha256 == file.Sha256;
        return new PluginView(file.Key, approval?.Name ?? "", file.FileName, file.Size, file.Sha256, isEnabled, approval?.Sha256 ?? "");
    }
}
