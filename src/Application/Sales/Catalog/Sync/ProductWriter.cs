using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog.Sync;

internal sealed class ProductWriter(IPackages packages)
{
    private const int DefaultPorts = 30;

    public async Task<Result> Write(
        PlanGroupId group, IReadOnlyList<UpstreamProduct> products, SyncMode mode, SyncTally tally, CancellationToken ct)
    {
        var known = (await packages.ListIn(group, ct)).Where(package => package.ProductId > 0).ToDictionary(package => package.ProductId);
        foreach (var product in products)
        {
            var written = await WriteOne(group, product, known.GetValueOrDefault(product.Id), mode, tally, ct);
            if (!written.IsSuccess)
                return written;
        }

        var gone = known.Values.Where(package => package.Active && products.All(product => product.Id != package.ProductId));
        return mode == SyncMode.Override ? SwitchOff(gone) : Result.Success;
    }

    private async Task<Result> WriteOne(
        PlanGroupId group, UpstreamProduct product, Package? package, SyncMode mode, SyncTally tally, CancellationToken ct)
    {
        var before = new PackageFields().Over(package);
        var terms = before with
        {
            PlanGroupId = group,
            ProductId = product.Id,
            Name = UpstreamText.Name(product.Name, $"product-{product.Id}"),
            Cores = product.Cpu,
            MemoryGb = product.MemoryGb,
            DiskGb = product.DiskGb,
            BandwidthMbps = product.BandwidthMbps,
            MonthlyPrice = Money.Yuan(product.PriceCents),
            PortNum = product.PortNum > 0 ? product.PortNum : DefaultPorts,
            Active = package is not { Active: false } || mode == SyncMode.Override,
            Visible = package is not { Visible: false },
        };
        if (package is not null)
            return terms == before ? Result.Success : package.Change(terms);

        var created = Package.Create(terms);
        if (!created.IsSuccess)
            return created.Error;

        await packages.Add(created.Value, ct);
        tally.Products++;
        return Result.Success;
    }

    private static Result SwitchOff(IEnumerable<Package> gone)
    {
        foreach (var package in gone)
        {
            var changed = package.Change(new PackageFields(Active: false).Over(package));
            if (!changed.IsSuccess)
                return changed;
        }

        return Result.Success;
    }
}
