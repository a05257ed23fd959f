using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Catalog;

public readonly record struct SyncLeaseId(long Value) : IId<SyncLeaseId>
{
    public static SyncLeaseId From(long value) => new(value);
}

/// <summary>Whose turn it is to bring the catalog up to date. There is one row.</summary>
[StreamName("sync_lease")]
public sealed class SyncLease : AggregateRoot<SyncLeaseId>
{
    public const string Only = "catalogue";

    private SyncLease()
    {
    }

    /// <summary>Unique.</summary>
    public string Name { get; private set; } = Only;

    /// <summary>Null while nobody syncs.</summary>
    public Guid? Holder { get; private set; }

    /// <summary>Whoever has not finished by then is taken for dead.</summary>
    public DateTimeOffset HeldUntil { get; private set; }

    public static SyncLease New() => new();

    /// <summary>Taking it again keeps it.</summary>
    public Result Acquire(Guid holder, TimeSpan lease, DateTimeOffset now)
    {
        if (Holder is { } other && other != holder && HeldUntil > now)
            return CatalogErrors.SyncRunning;

        Holder = holder;
        HeldUntil = now + lease;
        return Result.Success;
    }

    /// <summary>Refused when it was taken over meanwhile.</summary>
    public Result Release(Guid holder)
    {
        if (Holder != holder)
            return CatalogErrors.SyncRunning;

        Holder = null;
        return Result.Success;
    }
}
