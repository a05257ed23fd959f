using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Domain.Servers;

/// <summary>Time that was sold and has not passed at the instant in question.</summary>
/// <param name="End">Earlier than it was sold where time was taken away.</param>
/// <param name="Length">As it was sold; more than nothing.</param>
/// <param name="PricedDays">Thirtieths of the monthly price that the whole length was sold for.</param>
/// <param name="Left">The part of what was paid for it that falls on the time left; null when nobody wrote that down.</param>
public sealed record UnusedTime(DateTimeOffset Start, DateTimeOffset End, TimeSpan Length, decimal PricedDays, Money? Left)
{
    /// <summary>What the whole period costs at this price of a month, as if it were sold now.</summary>
    public Money At(Money monthly) => monthly.Scale(PricedDays, Pricing.DaysPerMonth);

    public TimeSpan LeftAt(DateTimeOffset at) => at > Start ? End - at : End - Start;
}
