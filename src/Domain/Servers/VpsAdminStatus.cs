namespace VpsPanel.Domain.Servers;

/// <summary>What an admin thinks of the customer's use of it. Anything but normal takes the VPS away from them.</summary>
public enum VpsAdminStatus
{
    Normal,
    Abuse,
    Fraud,
    Locked,
}
