using System.Text.Encodings.Web;
using VpsPanel.AutomationSimulator.Hosts;

namespace VpsPanel.AutomationSimulator.Pages;

internal static class VncPage
{
    internal static string Body(SimulatedHost host, HtmlEncoder text) => $"""
        <h1>Screen of {text.Encode(host.Name)} <span class="state {host.State}">{host.State}</span></h1>
        <pre>{(host.State == HostState.Running ? $"{text.Encode(host.Image)}\n\n{text.Encode(host.Name)} login: _" : "No signal")}</pre>
        """;
}
