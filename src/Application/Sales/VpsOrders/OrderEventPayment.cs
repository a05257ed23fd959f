namespace VpsPanel.Application.Sales.VpsOrders;

public sealed record OrderEventPayment(string Method, long Amount, string TradeNo);
