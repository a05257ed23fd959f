using VpsPanel.Application.Platform.Settings;

namespace VpsPanel.Application.Sales.VpsOrders;

public static class OrderStreamSettings
{
    public static readonly Setting<long?> PerUser = SettingKinds.Number(
        "order_streams_per_user", 20, "How many event streams of orders one user may hold open at once, on each node of the service.", 1, 10_000);
}
