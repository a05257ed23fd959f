using VpsPanel.AutomationSimulator.Hosts;

namespace VpsPanel.AutomationSimulator.Protocol.Actions;

internal static class ChangeActions
{
    private static readonly string[] Resizable = ["cpu", "memory", "hard_disks", "bandwidth", "port_num"];

    internal static Reply Resize(HostPool pool, CallRequest call, BootPlan boot)
    {
        var given = Resizable.Where(name => call[name].Length > 0).ToList();
        if (given.Count == 0 || given.Exists(name => call.Int(name) is not > 0))
            return Reply.Refused($"give one or more of {string.Join(", ", Resizable)} as whole numbers above 0");

        return OnHost.Change(pool, call, host => host with
        {
            Sizes = host.Sizes with
            {
                Cpu = call.Int("cpu") ?? host.Sizes.Cpu,
                Memory = call.Int("memory") ?? host.Sizes.Memory,
                Disk = call.Int("hard_disks") ?? host.Sizes.Disk,
                Bandwidth = call.Int("bandwidth") ?? host.Sizes.Bandwidth,
                Ports = call.Int("port_num") ?? host.Sizes.Ports,
            },
        });
    }

    internal static Reply Renew(HostPool pool, CallRequest call, BootPlan boot) =>
        call.Time("nextduedate") is { } due
            ? OnHost.Change(pool, call, host => host.Unlocked() with { ExpiresAt = due })
            : Reply.Refused("nextduedate is not a time");

    internal static Reply Lock(HostPool pool, CallRequest call, BootPlan boot) => OnHost.Change(pool, call, host => host.Locked());

    internal static Reply Unlock(HostPool pool, CallRequest call, BootPlan boot) => OnHost.Change(pool, call, host => host.Unlocked());

    internal static Reply Delete(HostPool pool, CallRequest call, BootPlan boot) => OnHost.Do(pool, call, host =>
    {
        pool.Remove(host.Id);
        return Reply.Ok();
    });

    internal static Reply ResetPassword(HostPool pool, CallRequest call, BootPlan boot) =>
        call["password"].Length > 0
            ? OnHost.Change(pool, call, host => host with { OsPassword = call["password"] })
            : Reply.Refused("password is needed");
}
