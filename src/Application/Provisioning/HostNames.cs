using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Provisioning;

/// <summary>Every item has one name for its host, at every try and on every node.</summary>
public static class HostNames
{
    public static string Prefix(IInstallation installation) => $"ecs-{installation.Id}-";

    public static string Of(IInstallation installation, OrderItemId item) => $"{Prefix(installation)}{item.Value:D6}";
}
