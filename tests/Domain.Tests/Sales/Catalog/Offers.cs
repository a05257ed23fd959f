using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Domain.Tests.Sales.Catalog;

/// <summary>Catalog parts with sensible terms; a test changes what it is about.</summary>
internal static class Offers
{
    public static readonly AddOnTerms Free = new(Money.Yuan(0), 0, 0, 0);

    public static readonly PlanGroupTerms GroupTerms = new(
        new RegionId(1), "line", 1, Priced(500), Priced(400), Priced(100), Priced(1000), true, true, Stock.Unlimited, 0);

    public static readonly PackageTerms PackageTerms = new(
        new PlanGroupId(1), 0, "2C4G", 2, 4, 40, 10, "", Money.Yuan(1500), 30, 0, true, true, Stock.Unlimited);

    public static readonly BillingCycleTerms Quarterly = new("quarterly", 3, 2.8m, 1, 12, true, 0);

    public static PlanGroup Group(PlanGroupTerms? terms = null) => PlanGroup.Create(terms ?? GroupTerms).Value;

    public static Package Package(long monthlyCents = 1500) =>
        VpsPanel.Domain.Sales.Catalog.Package.Create(PackageTerms with { MonthlyPrice = Money.Yuan(monthlyCents) }).Value;

    public static BillingCycle Cycle(BillingCycleTerms terms) => BillingCycle.Create(terms).Value;

    private static AddOnTerms Priced(long cents) => Free with { UnitPrice = Money.Yuan(cents) };
}
