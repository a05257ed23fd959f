using System.Text.Json.Serialization;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Catalog.Commands;
using VpsPanel.Application.Payments.Plugins.Commands;
using VpsPanel.Application.Payments.Plugins.Queries;
using VpsPanel.Application.Robot.Queries;
using VpsPanel.Application.Webhooks.Commands;
using VpsPanel.Application.Webhooks.Queries;
using VpsPanel.WebApi.Endpoints.Admin;

namespace VpsPanel.WebApi.Http;

[JsonSerializable(typeof(Listing<PluginView>))]
[JsonSerializable(typeof(UploadedPlugin))]
[JsonSerializable(typeof(EnabledPlugin))]
[JsonSerializable(typeof(PluginHash))]
[JsonSerializable(typeof(SyncCounts))]
[JsonSerializable(typeof(ImageCount))]
[JsonSerializable(typeof(RobotView))]
[JsonSerializable(typeof(RobotBody))]
[JsonSerializable(typeof(WebhookTestBody))]
[JsonSerializable(typeof(WebhookTest))]
[JsonSerializable(typeof(Page<WebhookDeliveryView>))]
internal sealed partial class IntegrationsJson : JsonSerializerContext;
