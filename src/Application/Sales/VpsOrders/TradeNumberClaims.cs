using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.VpsOrders;

internal static class TradeNumberClaims
{
    public static Task<bool> IsTaken(this IOrders orders, PaymentProof proof, CancellationToken ct) =>
        string.IsNullOrWhiteSpace(proof.TradeNo) ? Task.FromResult(false) : orders.HasTradeNo(proof.TradeNo.Trim(), ct);

    public static string OrElse(this string text, string other) => string.IsNullOrWhiteSpace(text) ? other : text.Trim();
}
