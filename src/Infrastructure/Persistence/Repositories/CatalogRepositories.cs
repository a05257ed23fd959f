using Microsoft.EntityFrameworkCore;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Repositories;

internal sealed class Regions(PanelDb db, EfUnitOfWork work, IDialect dialect) : Repository<Region, RegionId>(db, work, dialect), IRegions
{
    public Task<Region?> FindByCode(string code, CancellationToken ct) => Set.FirstOrDefaultAsync(region => region.Code == code, ct);

    public Task<bool> HasAny(CancellationToken ct) => Set.AnyAsync(ct);

    public async Task<IReadOnlyList<Region>> ListAll(CancellationToken ct) => await Set.OrderBy(region => region.Id).ToListAsync(ct);
}

internal sealed class PlanGroups(PanelDb db, EfUnitOfWork work, IDialect dialect)
    : Repository<PlanGroup, PlanGroupId>(db, work, dialect), IPlanGroups
{
    public Task<PlanGroup?> FindByLine(long lineId, CancellationToken ct) =>
        Set.FirstOrDefaultAsync(group => group.LineId == lineId && group.LineId > 0, ct);

    public Task<bool> HasAnyIn(RegionId region, CancellationToken ct) => Set.AnyAsync(group => group.RegionId == region, ct);

    public Task<bool> IsUnlimited(PlanGroupId id, CancellationToken ct) =>
        Set.AnyAsync(group => group.Id == id && group.CapacityRemaining == Stock.Unlimited, ct);

    public async Task<IReadOnlyList<PlanGroup>> ListAll(CancellationToken ct) => await Set.OrderBy(group => group.Id).ToListAsync(ct);
}

internal sealed class Packages(PanelDb db, EfUnitOfWork work, IDialect dialect)
    : Repository<Package, PackageId>(db, work, dialect), IPackages
{
    public Task<Package?> FindByProduct(PlanGroupId group, long productId, CancellationToken ct) =>
        Set.FirstOrDefaultAsync(package => package.PlanGroupId == group && package.ProductId == productId && package.ProductId > 0, ct);

    public Task<bool> HasAnyIn(PlanGroupId group, CancellationToken ct) => Set.AnyAsync(package => package.PlanGroupId == group, ct);

    public Task<bool> IsUnlimited(PackageId id, CancellationToken ct) =>
        Set.AnyAsync(package => package.Id == id && package.CapacityRemaining == Stock.Unlimited, ct);

    public async Task<IReadOnlyList<Package>> ListIn(PlanGroupId group, CancellationToken ct) =>
        await Set.Where(package => package.PlanGroupId == group).OrderBy(package => package.Id).ToListAsync(ct);
}

internal sealed class SystemImages(PanelDb db, EfUnitOfWork work, IDialect dialect)
    : Repository<SystemImage, SystemImageId>(db, work, dialect), ISystemImages
{
    public Task<SystemImage?> FindByImage(long imageId, CancellationToken ct) =>
        Set.FirstOrDefaultAsync(image => image.ImageId == imageId && image.ImageId > 0, ct);

    public async Task<IReadOnlyList<SystemImage>> ListOnLine(long lineId, CancellationToken ct) =>
        await Set.Where(image => image.Lines.Any(line => line.LineId == lineId)).OrderBy(image => image.Id).ToListAsync(ct);

    public async Task<IReadOnlyList<SystemImage>> ListAll(CancellationToken ct) => await Set.OrderBy(image => image.Id).ToListAsync(ct);
}

internal sealed class BillingCycles(PanelDb db, EfUnitOfWork work, IDialect dialect)
    : Repository<BillingCycle, BillingCycleId>(db, work, dialect), IBillingCycles;

internal sealed class Offers(PanelDb db) : IOffers
{
    public Task<Offer?> Find(PackageId package, SystemImageId image, BillingCycleId cycle, CancellationToken ct) =>
    (
        from found in db.Set<Package>()
        join planGroup in db.Set<PlanGroup>() on found.PlanGroupId equals planGroup.Id
        join region in db.Set<Region>() on planGroup.RegionId equals region.Id
        where found.Id == package
        select new Offer(
            found,
            planGroup,
            region,
            db.Set<SystemImage>().FirstOrDefault(candidate => candidate.Id == image),
            db.Set<BillingCycle>().FirstOrDefault(candidate => candidate.Id == cycle))).AsNoTracking().FirstOrDefaultAsync(ct);
}
