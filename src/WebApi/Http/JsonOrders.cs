using System.Text.Json.Serialization;
using VpsPanel.Application.Billing.Payments.Commands;
using VpsPanel.Application.Billing.Payments.Queries;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Application.Sales.VpsOrders.Commands;
using VpsPanel.Application.Sales.VpsOrders.Queries;

namespace VpsPanel.WebApi.Http;

[JsonSerializable(typeof(VpsPanel.WebApi.Endpoints.User.OrderLines))]
[JsonSerializable(typeof(VpsPanel.WebApi.Endpoints.User.Proof))]
[JsonSerializable(typeof(VpsPanel.WebApi.Endpoints.Admin.Rejection))]
[JsonSerializable(typeof(VpsPanel.WebApi.Endpoints.Admin.PaidOutside))]
[JsonSerializable(typeof(VpsPanel.WebApi.Endpoints.User.PayOrderRequest))]
[JsonSerializable(typeof(VpsPanel.WebApi.Endpoints.Admin.ProviderSettings))]
[JsonSerializable(typeof(VpsPanel.WebApi.Endpoints.Robot.RobotMessage))]
[JsonSerializable(typeof(PlacedOrder))]
[JsonSerializable(typeof(Page<OrderView>))]
[JsonSerializable(typeof(OrderDetail))]
[JsonSerializable(typeof(AdminOrderDetail))]
[JsonSerializable(typeof(OrderPaymentView))]
[JsonSerializable(typeof(DashboardView))]
[JsonSerializable(typeof(PaymentChoice))]
[JsonSerializable(typeof(Listing<PaymentMethodView>))]
[JsonSerializable(typeof(Listing<PaymentProviderView>))]
[JsonSerializable(typeof(Page<PaymentNotificationView>))]
[JsonSerializable(typeof(Page<SuspensePaymentView>))]
[JsonSerializable(typeof(ResolvedSuspensePayment))]
[JsonSerializable(typeof(Reconciliation))]
[JsonSerializable(typeof(VpsPanel.WebApi.Endpoints.Admin.SuspenseAssignment))]
[JsonSerializable(typeof(VpsPanel.WebApi.Endpoints.Admin.SuspenseReturn))]
[JsonSerializable(typeof(VpsPanel.WebApi.Endpoints.Admin.StatementBody))]
internal sealed partial class OrdersJson : JsonSerializerContext;
