namespace VpsPanel.Domain.Proxies.Nodes;

public enum KernelStatus
{
    /// <summary>Written by an admin.</summary>
    Configured,

    /// <summary>As the kernel itself told.</summary>
    Synced,
}
