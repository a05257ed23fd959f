using System.Text.Json.Serialization;
using VpsPanel.Application.Proxies.Profiles.Commands;
using VpsPanel.Application.Proxies.Profiles.Queries;
using VpsPanel.Application.Proxies.Templates;
using VpsPanel.WebApi.Endpoints.Panel;

namespace VpsPanel.WebApi.Http.Panel;

[JsonSerializable(typeof(TemplateFields))]
[JsonSerializable(typeof(TemplateView))]
[JsonSerializable(typeof(TemplateList))]
[JsonSerializable(typeof(PublishBody))]
[JsonSerializable(typeof(PublishedTemplateView))]
[JsonSerializable(typeof(TemplateHistory))]
[JsonSerializable(typeof(PreviewView))]
[JsonSerializable(typeof(ChosenTemplateView))]
[JsonSerializable(typeof(SubscriptionLinkView))]
[JsonSerializable(typeof(TemplateChoiceBody))]
[JsonSerializable(typeof(RotationBody))]
internal sealed partial class DeliveryJson : JsonSerializerContext;
