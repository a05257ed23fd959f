namespace VpsPanel.AutomationSimulator.Hosts;

/// <summary>States as the protocol numbers them.</summary>
public enum HostState
{
    Unknown = 0,
    Creating = 1,
    Running = 2,
    Stopped = 3,
    Reinstalling = 4,
    ReinstallFailed = 5,
    Locked = 10,
    CreateFailed = 11,
}
