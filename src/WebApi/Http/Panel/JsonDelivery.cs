using System.Text.Json.Serialization;
using VpsPanel.Application.SubscriptionTemplates;
using VpsPanel.WebApi.Endpoints.Panel;

namespace VpsPanel.WebApi.Http.Panel;

[JsonSerializable(typeof(TemplateFields))]
[JsonSerializable(typeof(TemplateView))]
[JsonSerializable(typeof(TemplateList))]
[JsonSerializable(typeof(PublishBody))]
[JsonSerializable(typeof(PublishedTemplateView))]
[JsonSerializable(typeof(TemplateHistory))]
internal sealed partial class DeliveryJson : JsonSerializerContext;
