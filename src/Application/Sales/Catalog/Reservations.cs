using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog;

/// <summary>
/// Takes VPS from the stock of their packages and plan groups, and puts them back. The rows stay locked until the transaction ends,
/// always plan groups before packages and each by id, so that two buyers never wait for each other in a circle. Buyers of what never ends
/// do not wait at all.
/// </summary>
public sealed class Reservations(IPlanGroups groups, IPackages packages, UnlimitedStock unlimited)
{
    /// <summary>All of them or none: a refusal must end the command.</summary>
    /// <returns><c>stock.sold_out</c>, or <c>package.not_found</c> when one is gone.</returns>
    public async Task<Result> Reserve(IReadOnlyCollection<StockReservation> reservations, CancellationToken ct)
    {
        foreach (var (id, count) in PlanGroupsOf(reservations))
        {
            if (unlimited.Has(id) || await groups.IsUnlimited(id, ct))
                continue;

            var group = await groups.FindForUpdate(id, ct);
            var taken = group?.Reserve(count) ?? CatalogErrors.PackageNotFound;
            if (!taken.IsSuccess)
                return taken;
        }

        foreach (var (id, count) in PackagesOf(reservations))
        {
            if (unlimited.Has(id) || await packages.IsUnlimited(id, ct))
                continue;

            var package = await packages.FindForUpdate(id, ct);
            var taken = package?.Reserve(count) ?? CatalogErrors.PackageNotFound;
            if (!taken.IsSuccess)
                return taken;
        }

        return Result.Success;
    }

    /// <summary>What is no longer in the catalog has no stock to go back to.</summary>
    public async Task Release(IReadOnlyCollection<StockReservation> reservations, CancellationToken ct)
    {
        foreach (var (id, count) in PlanGroupsOf(reservations))
            (await groups.FindForUpdate(id, ct))?.Release(count);

        foreach (var (id, count) in PackagesOf(reservations))
            (await packages.FindForUpdate(id, ct))?.Release(count);
    }

    private static IEnumerable<(PlanGroupId Id, int Count)> PlanGroupsOf(IEnumerable<StockReservation> reservations) =>
        reservations.Where(reservation => reservation.PlanGroupId is not null).CountBy(reservation => reservation.PlanGroupId!.Value)
            .OrderBy(pair => pair.Key).Select(pair => (new PlanGroupId(pair.Key), pair.Value));

    private static IEnumerable<(PackageId Id, int Count)> PackagesOf(IEnumerable<StockReservation> reservations) =>
        reservations.CountBy(
            reservation => reservation.PackageId).OrderBy(pair => pair.Key).Select(pair => (new PackageId(pair.Key), pair.Value));
}
