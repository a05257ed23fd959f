using System.Text.Json.Serialization;
using VpsPanel.Application.Announcements;
using VpsPanel.Application.PlanOrders.Commands;
using VpsPanel.Application.PlanOrders.Queries;
using VpsPanel.Application.Plans;
using VpsPanel.WebApi.Endpoints.Panel;

namespace VpsPanel.WebApi.Http.Panel;

[JsonSerializable(typeof(PlanFields))]
[JsonSerializable(typeof(PlanView))]
[JsonSerializable(typeof(PlanList))]
[JsonSerializable(typeof(SoldPlanList))]
[JsonSerializable(typeof(PlanOrderBody))]
[JsonSerializable(typeof(CancelPlanOrderBody))]
[JsonSerializable(typeof(PayPlanOrderBody))]
[JsonSerializable(typeof(RefundPlanOrderBody))]
[JsonSerializable(typeof(PaymentCallbackBody))]
[JsonSerializable(typeof(PlacedPlanOrder))]
[JsonSerializable(typeof(PlanOrderWithBalance))]
[JsonSerializable(typeof(PlanOrderAnswer))]
[JsonSerializable(typeof(PlanOrderList))]
[JsonSerializable(typeof(BalanceAnswer))]
[JsonSerializable(typeof(AnnouncementFields))]
[JsonSerializable(typeof(NewAnnouncementBody))]
[JsonSerializable(typeof(PublishAnnouncementBody))]
[JsonSerializable(typeof(AnnouncementView))]
[JsonSerializable(typeof(AnnouncementList))]
[JsonSerializable(typeof(NewsList))]
[JsonSerializable(typeof(SubscriptionBody))]
[JsonSerializable(typeof(ExtensionBody))]
[JsonSerializable(typeof(SubscriptionAnswer))]
[JsonSerializable(typeof(SubscriptionList))]
[JsonSerializable(typeof(MySubscriptionList))]
[JsonSerializable(typeof(ModuleList))]
internal sealed partial class PanelJson : JsonSerializerContext;
