namespace VpsPanel.Application.Servers;

/// <summary>How much of what the upstream says is kept.</summary>
public enum Detail
{
    StatusAndExpiry,

    /// <summary>Sizes and what opens the VPS too.</summary>
    Everything,
}
