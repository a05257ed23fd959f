namespace VpsPanel.Domain.Identity.RealNames;

public enum RealNameStatus
{
    Verified,
    Failed,
    Pending,
    Rejected,

    /// <summary>Was verified before a field changed by which the person is known.</summary>
    Reset,
}
