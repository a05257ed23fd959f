namespace VpsPanel.Domain.Hosts;

/// <summary>What the host does; follows the upstream by <see cref="HostStates"/>.</summary>
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

/// <summary>What an admin thinks of the customer's use of it. Anything but normal takes the host away from him.</summary>
public enum VpsAdminStatus
{
    Normal,
    Abuse,
    Fraud,
    Locked,
}
