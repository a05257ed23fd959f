using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Servers;

/// <summary>Looks the parts of the catalog up that an admin names for a VPS.</summary>
internal sealed class VpsCatalogReferences(IPackages packages, ISystemImages images)
{
    /// <summary>The form with the package's name filled in; a refusal names the part that does not exist.</summary>
    public async Task<Result<VpsFields>> Check(VpsFields form, CancellationToken ct)
    {
        if (form.SystemId is > 0 and var system && await images.Find(new SystemImageId(system), ct) is null)
            return Error.Validation("system_id", "system_id is no system image", "system_image.not_found");

        if (form.PackageId is not (> 0 and var id))
            return form;

        return await packages.Find(new PackageId(id), ct) is { } package
            ? form with { PackageName = form.PackageName ?? package.Name }
            : Error.Validation("package_id", "package_id is no package", "package.not_found");
    }
}
