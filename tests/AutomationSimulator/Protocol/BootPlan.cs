using VpsPanel.AutomationSimulator.Hosts;
using VpsPanel.AutomationSimulator.Switches;

namespace VpsPanel.AutomationSimulator.Protocol;

/// <summary>How the boot that a call may start will go.</summary>
internal sealed record BootPlan(TimeSpan Delay, bool Fails)
{
    internal static BootPlan Of(FieldErrors faults, TimeSpan usual) => new(
        faults.Find(SwitchKind.SlowBoot) is { } slow ? TimeSpan.FromMilliseconds(slow.Milliseconds) : usual,
        faults.Has(SwitchKind.FailBoot));

    internal PendingState Ends(DateTimeOffset start, HostState failure) => new(Fails ? failure : HostState.Running, start + Delay);
}
