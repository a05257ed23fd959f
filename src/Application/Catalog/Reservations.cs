using VpsPanel.Domain.Catalog;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Catalog;

/// <summary>
/// Takes hosts from the stock of their packages and plan groups, and puts them back. The rows stay locked until the transaction ends,
/// always plan groups before packages and each by id, so that two buyers never wait for each other in a circle. Buyers of what never ends
/// do not wait at all.
/// </summary>
public sealed class Reservations(IPlanGroups groups, IPackages packages)
{
    /// <summary>All of them or none: a refusal must end the command.</summary>
    /// <returns><c>stock.sold_out</c>, or <c>package.not_found</c> when one is gone.</returns>
    public async Task<Result> Reserve(IReadOnlyCollection<StockPlace> places, CancellationToken ct)
    {
        foreach (var (id, count) in PlanGroupsOf(places))
        {
            if (await groups.IsUnlimited(id, ct))
                continue;

            var group = await groups.FindForUpdate(id, ct);
            var taken = group?.Reserve(count) ?? CatalogErrors.PackageNotFound;
            if (!taken.IsSuccess)
                return taken;
        }

        foreach (var (id, count) in PackagesOf(places))
        {
            if (await packages.IsUnlimited(id, ct))
                continue;

            var package = await packages.FindForUpdate(id, ct);
            var taken = package?.Reserve(count) ?? CatalogErrors.PackageNotFound;
            if (!taken.IsSuccess)
                return taken;
        }

        return Result.Success;
    }

    /// <summary>What is no longer in the catalogue has no stock to go back to.</summary>
    public async Task GiveBack(IReadOnlyCollection<StockPlace> places, CancellationToken ct)
    {
        foreach (var (id, count) in PlanGroupsOf(places))
            (await groups.FindForUpdate(id, ct))?.GiveBack(count);

        foreach (var (id, count) in PackagesOf(places))
            (await packages.FindForUpdate(id, ct))?.GiveBack(count);
    }

    private static IEnumerable<(PlanGroupId Id, int Count)> PlanGroupsOf(IEnumerable<StockPlace> places) =>
        places.Where(place => place.PlanGroupId is not null).CountBy(place => place.PlanGroupId!.Value)
            .OrderBy(pair => pair.Key).Select(pair => (new PlanGroupId(pair.Key), pair.Value));

    private static IEnumerable<(PackageId Id, int Count)> PackagesOf(IEnumerable<StockPlace> places) =>
        places.CountBy(place => place.PackageId).OrderBy(pair => pair.Key).Select(pair => (new PackageId(pair.Key), pair.Value));
}
