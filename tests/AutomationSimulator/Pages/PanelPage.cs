using System.Text.Encodings.Web;
using VpsPanel.AutomationSimulator.Hosts;

namespace VpsPanel.AutomationSimulator.Pages;

internal static class PanelPage
{
    internal static string Body(SimulatedHost host, HtmlEncoder text) => $"""
        <h1>{text.Encode(host.Name)} <span class="state {host.State}">{host.State}</span></h1>
        <dl>
          <dt>Address</dt><dd>{text.Encode(host.RemoteIp)}</dd>
          <dt>System</dt><dd>{text.Encode(host.Image)}</dd>
          <dt>Processor</dt><dd>{host.Sizes.Cpu} cores</dd>
          <dt>Memory</dt><dd>{host.Sizes.Memory} GB</dd>
          <dt>Disk</dt><dd>{host.Sizes.Disk} GB</dd>
          <dt>Bandwidth</dt><dd>{host.Sizes.Bandwidth} Mbit/s</dd>
          <dt>Mapped ports</dt><dd>{host.PortMappings.Count} of {host.Sizes.Ports}</dd>
          <dt>Copies</dt><dd>{host.Snapshots.Count} snapshots, {host.Backups.Count} backups</dd>
          <dt>Paid until</dt><dd>{host.ExpiresAt:yyyy-MM-dd}</dd>
        </dl>
        """;
}
