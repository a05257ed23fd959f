using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Jobs;

/// <summary>What a background job is about.</summary>
public abstract record JobSubject
{
    /// <summary>Work on a host of an order.</summary>
    public sealed record VpsOf(OrderId Order) : JobSubject;

    /// <summary>A pass of a scheduled task.</summary>
    public sealed record Pass(string Task) : JobSubject;

    /// <summary>Something that comes again by itself.</summary>
    public sealed record Other : JobSubject;
}
