using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Servers.Resize;

/// <param name="Spec">Replaces the add-ons when it is given.</param>
/// <param name="Target">0 for the package that the VPS has.</param>
/// <param name="ResetAddons">Drops the add-ons when <paramref name="Spec"/> is not given.</param>
/// <param name="ScheduledAt">Null, or a time that has passed, for at once.</param>
public sealed record ResizeRequest(CartSpec? Spec, PackageId Target, bool ResetAddons, DateTimeOffset? ScheduledAt);
