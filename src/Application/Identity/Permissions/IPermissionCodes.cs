namespace VpsPanel.Application.Identity.Permissions;

/// <summary>The permission codes that the routes ask for.</summary>
public interface IPermissionCodes
{
    IReadOnlyList<string> All { get; }
}
