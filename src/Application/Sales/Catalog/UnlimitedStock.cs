using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog;

/// <summary>What this command has just read to be without end, when it asked for the price: the stock need not be asked again.</summary>
public sealed class UnlimitedStock
{
    private readonly HashSet<PlanGroupId> _groups = [];
    private readonly HashSet<PackageId> _packages = [];

    public void Note(Offer offer)
    {
        if (offer.Group.CapacityRemaining == Stock.Unlimited)
            _groups.Add(offer.Group.Id);

        if (offer.Package.CapacityRemaining == Stock.Unlimited)
            _packages.Add(offer.Package.Id);
    }

    public bool Has(PlanGroupId group) => _groups.Contains(group);

    public bool Has(PackageId package) => _packages.Contains(package);
}
