using VpsPanel.AutomationSimulator.Hosts;
using VpsPanel.AutomationSimulator.Pages;

namespace VpsPanel.AutomationSimulator.Protocol.Actions;

/// <summary>The calls that send a browser somewhere: one address is relative and one absolute, since callers meet both.</summary>
internal static class PageActions
{
    internal static Reply Panel(HostPool pool, CallRequest call, BootPlan boot) =>
        pool.All().LastOrDefault(host => host.Name == call["host_name"] && host.PanelPassword == call["panel_password"]) is { } host
            ? Reply.Redirect(PageEndpoints.PanelPath(host))
            : Reply.Refused("host_name or panel_password is wrong");

    internal static Reply Vnc(HostPool pool, CallRequest call, BootPlan boot) => OnHost.Do(pool, call, host =>
        host.State == HostState.Running
            ? Reply.Redirect(call.Origin + PageEndpoints.VncPath(host))
            : Reply.Refused($"not possible in state {(int)host.State}"));
}
