namespace VpsPanel.Domain.Proxies.Nodes;

public enum NodeStatus
{
    Online,
    Offline,

    /// <summary>Set by an admin; a sync leaves it.</summary>
    Maintenance,

    /// <summary>Taken out by an admin; a sync leaves it.</summary>
    Disabled,
}
