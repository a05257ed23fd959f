using System.Text.Json.Serialization;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Orders;
using VpsPanel.Application.Orders.Commands;
using VpsPanel.Application.Orders.Queries;

namespace VpsPanel.WebApi.Http;

[JsonSerializable(typeof(Endpoints.User.OrderLines))]
[JsonSerializable(typeof(Endpoints.User.Proof))]
[JsonSerializable(typeof(Endpoints.Admin.Rejection))]
[JsonSerializable(typeof(Endpoints.Admin.PaidOutside))]
[JsonSerializable(typeof(PlacedOrder))]
[JsonSerializable(typeof(Page<OrderView>))]
[JsonSerializable(typeof(OrderDetail))]
[JsonSerializable(typeof(OrderDossier))]
[JsonSerializable(typeof(OrderPaymentView))]
internal sealed partial class OrdersJson : JsonSerializerContext;
