namespace VpsPanel.Domain.Nodes;

public enum NodeStatus
{
    Online,
    Offline,

    /// <summary>Set by an admin; a sync leaves it.</summary>
    Maintenance,

    /// <summary>Taken out by an admin; a sync leaves it.</summary>
    Disabled,
}

public enum KernelStatus
{
    /// <summary>Written by an admin.</summary>
    Configured,

    /// <summary>As the kernel itself told.</summary>
    Synced,
}
