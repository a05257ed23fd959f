using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace VpsPanel.WebApi.Http;

/// <summary>The source-generated contexts; each area lists what its endpoints take and answer.</summary>
internal static class JsonContexts
{
    public static IReadOnlyList<IJsonTypeInfoResolver> All { get; } =
    [
        CommonJson.Default,
        AccountsJson.Default,
        PlatformJson.Default,
        NotificationsJson.Default,
        MailJson.Default,
        CatalogJson.Default,
        OrdersJson.Default,
        ServersJson.Default,
        WalletsJson.Default,
        TicketsJson.Default,
        CmsJson.Default,
        UploadsJson.Default,
        VpsPanel.WebApi.Http.Panel.PanelJson.Default,
        VpsPanel.WebApi.Http.Panel.DeliveryJson.Default,
        VpsPanel.WebApi.Http.Panel.NodesJson.Default,
        IntegrationsJson.Default,
        RealNamesJson.Default,
        DashboardJson.Default,
    ];
}

[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(Done))]
[JsonSerializable(typeof(VpsPanel.WebApi.Endpoints.Public.Pong))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(bool))]
internal sealed partial class CommonJson : JsonSerializerContext;
