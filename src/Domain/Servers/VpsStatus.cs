namespace VpsPanel.Domain.Servers;

/// <summary>What the VPS does; follows the upstream by <see cref="UpstreamVpsStates"/>.</summary>
public enum VpsStatus
{
    Provisioning,
    Running,
    Stopped,
    Reinstalling,
    ReinstallFailed,
    ExpiredLocked,
    Rescue,
    CrackingPassword,
    Locked,
    Unknown,
}
