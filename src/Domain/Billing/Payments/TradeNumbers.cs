using System.Security.Cryptography;
using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Billing.Payments;

/// <summary>Names of attempts to pay. The random part keeps strangers from naming, or taking, an attempt that is not theirs.</summary>
public static class TradeNumbers
{
    private const int RandomBytes = 10;

    /// <summary>For example <c>YI-12-4F0A9C…</c> with 20 random digits.</summary>
    public static string Next(string prefix, OrderId order) =>
        $"{prefix}-{order.Value}-{Convert.ToHexString(RandomNumberGenerator.GetBytes(RandomBytes))}";
}
