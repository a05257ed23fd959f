using System.Text.Json.Serialization;
using VpsPanel.Application.Sales.PlanChanges.Commands;
using VpsPanel.Application.Engagement.Announcements;
using VpsPanel.Application.Sales.PlanOrders.Commands;
using VpsPanel.Application.Sales.PlanOrders.Queries;
using VpsPanel.Application.Sales.Plans;
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
[JsonSerializable(typeof(PlanOrderResponse))]
[JsonSerializable(typeof(PlanOrderList))]
[JsonSerializable(typeof(BalanceResponse))]
[JsonSerializable(typeof(AnnouncementFields))]
[JsonSerializable(typeof(NewAnnouncementBody))]
[JsonSerializable(typeof(PublishAnnouncementBody))]
[JsonSerializable(typeof(AnnouncementView))]
[JsonSerializable(typeof(AnnouncementList))]
[JsonSerializable(typeof(PublishedAnnouncementList))]
[JsonSerializable(typeof(SubscriptionBody))]
[JsonSerializable(typeof(ExtensionBody))]
[JsonSerializable(typeof(SubscriptionResponse))]
[JsonSerializable(typeof(SubscriptionList))]
[JsonSerializable(typeof(MySubscriptionList))]
[JsonSerializable(typeof(TrafficPeriodList))]
[JsonSerializable(typeof(PlanChangeQuoteBody))]
[JsonSerializable(typeof(PlanChangeQuoteView))]
[JsonSerializable(typeof(PlanChangeBody))]
[JsonSerializable(typeof(ModuleList))]
internal sealed partial class PanelJson : JsonSerializerContext;
