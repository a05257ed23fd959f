
namespace VpsPanel.Domain.Sales.Orders;

/// <summary>Numbers for people: a prefix that tells what was ordered, then a part that sorts by time and never repeats.</summary>
public static class OrderNumbers
{
    public const int Length = 24;

    /// <summary>For example <c>ORD-019E3A7C41B2F0D4A9C1</c>: 12 digits of milliseconds and 8 random ones, in hexadecimal.</summary>
    public static string Next(OrderItemAction action, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now).ToString("N").ToUpperInvariant();
        return $"{Prefix(action)}-{id[..12]}{id[^8..]}";
    }

    private static string Prefix(OrderItemAction action) => action switch
    {
        OrderItemAction.Renew => "REN",
        OrderItemAction.EmergencyRenew => "EMR",
        OrderItemAction.Resize => "UPG",
        OrderItemAction.Refund => "REF",
        _ => "ORD",
    };
}
