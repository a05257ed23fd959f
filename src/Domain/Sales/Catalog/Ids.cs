using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Catalog;

public readonly record struct RegionId(long Value) : IId<RegionId>
{
    public static RegionId From(long value) => new(value);
}

public readonly record struct PlanGroupId(long Value) : IId<PlanGroupId>
{
    public static PlanGroupId From(long value) => new(value);
}

public readonly record struct PackageId(long Value) : IId<PackageId>
{
    public static PackageId From(long value) => new(value);
}

public readonly record struct SystemImageId(long Value) : IId<SystemImageId>
{
    public static SystemImageId From(long value) => new(value);
}

public readonly record struct BillingCycleId(long Value) : IId<BillingCycleId>
{
    public static BillingCycleId From(long value) => new(value);
}
