using System.Text.Json.Serialization;
using VpsPanel.Application.Plans;
using VpsPanel.WebApi.Endpoints.Panel;

namespace VpsPanel.WebApi.Http.Panel;

[JsonSerializable(typeof(PlanFields))]
[JsonSerializable(typeof(PlanView))]
[JsonSerializable(typeof(PlanList))]
[JsonSerializable(typeof(SoldPlanList))]
internal sealed partial class PanelJson : JsonSerializerContext;
