using VpsPanel.AutomationSimulator.Hosts;

namespace VpsPanel.AutomationSimulator.Protocol.Actions;

internal static class PowerActions
{
    internal static Reply Start(HostPool pool, CallRequest call, BootPlan boot) => OnHost.Do(pool, call, host =>
        Obstacle(host) ?? OnHost.Save(pool, host.Settled(HostState.Running)));

    internal static Reply Shutdown(HostPool pool, CallRequest call, BootPlan boot) => OnHost.Do(pool, call, host =>
        Obstacle(host) ?? OnHost.Save(pool, host.Settled(HostState.Stopped)));

    internal static Reply Reinstall(HostPool pool, CallRequest call, BootPlan boot) => OnHost.Do(pool, call, host =>
    {
        // A failed reinstall is repaired by another one.
        if (host.State != HostState.ReinstallFailed && Obstacle(host) is { } obstacle) return obstacle;
        if (pool.Offer.Images.FirstOrDefault(one => one.Id == call.Int("template_id")) is not { } image)
            return Reply.Refused("the image is unknown");

        return OnHost.Save(pool, host with
        {
            Image = image.Name,
            OsPassword = call["password"].Length > 0 ? call["password"] : host.OsPassword,
            State = HostState.Reinstalling,
            Pending = boot.Ends(pool.Now, HostState.ReinstallFailed),
        });
    });

    private static Reply? Obstacle(SimulatedHost host) =>
        host.State is HostState.Running or HostState.Stopped ? null : Reply.Refused($"not possible in state {(int)host.State}");
}
