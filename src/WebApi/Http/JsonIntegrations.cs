using System.Text.Json.Serialization;
using VpsPanel.Application.Billing.Payments.Plugins.Commands;
using VpsPanel.Application.Billing.Payments.Plugins.Queries;
using VpsPanel.Application.Engagement.Robot.Queries;
using VpsPanel.Application.Engagement.Webhooks.Commands;
using VpsPanel.Application.Engagement.Webhooks.Queries;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog.Commands;
using VpsPanel.WebApi.Endpoints.Admin;

namespace VpsPanel.WebApi.Http;

[JsonSerializable(typeof(Listing<PluginView>))]
[JsonSerializable(typeof(UploadedPlugin))]
[JsonSerializable(typeof(EnabledPlugin))]
[JsonSerializable(typeof(PluginHash))]
[JsonSerializable(typeof(Reachable))]
[JsonSerializable(typeof(WebhookTrials))]
[JsonSerializable(typeof(WebhookTrialBody))]
[JsonSerializable(typeof(SyncCounts))]
[JsonSerializable(typeof(ImageCount))]
[JsonSerializable(typeof(RobotView))]
[JsonSerializable(typeof(RobotBody))]
[JsonSerializable(typeof(WebhookTestBody))]
[JsonSerializable(typeof(WebhookTest))]
[JsonSerializable(typeof(Page<WebhookDeliveryView>))]
internal sealed partial class IntegrationsJson : JsonSerializerContext;
