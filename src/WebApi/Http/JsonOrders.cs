using System.Text.Json.Serialization;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Orders;
using VpsPanel.Application.Orders.Commands;
using VpsPanel.Application.Orders.Queries;
using VpsPanel.Application.Payments.Commands;
using VpsPanel.Application.Payments.Queries;

namespace VpsPanel.WebApi.Http;

[JsonSerializable(typeof(Endpoints.User.OrderLines))]
[JsonSerializable(typeof(Endpoints.User.Proof))]
[JsonSerializable(typeof(Endpoints.Admin.Rejection))]
[JsonSerializable(typeof(Endpoints.Admin.PaidOutside))]
[JsonSerializable(typeof(Endpoints.User.WayToPay))]
[JsonSerializable(typeof(Endpoints.Admin.ProviderSettings))]
[JsonSerializable(typeof(Endpoints.Robot.RobotMessage))]
[JsonSerializable(typeof(PlacedOrder))]
[JsonSerializable(typeof(Page<OrderView>))]
[JsonSerializable(typeof(OrderDetail))]
[JsonSerializable(typeof(OrderDossier))]
[JsonSerializable(typeof(OrderPaymentView))]
[JsonSerializable(typeof(DashboardView))]
[JsonSerializable(typeof(PaymentChoice))]
[JsonSerializable(typeof(Listing<PaymentMethodView>))]
[JsonSerializable(typeof(Listing<PaymentProviderView>))]
[JsonSerializable(typeof(Page<PaymentNoticeView>))]
internal sealed partial class OrdersJson : JsonSerializerContext;
