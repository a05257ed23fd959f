using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Servers;

/// <summary>Every item has one name for its VPS, at every try and on every node.</summary>
public static class VpsNames
{
    public static string Prefix(IInstallation installation) => $"ecs-{installation.Id}-";

    public static string Of(IInstallation installation, OrderItemId item) => $"{Prefix(installation)}{item.Value:D6}";
}
