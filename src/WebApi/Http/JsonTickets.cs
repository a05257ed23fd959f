using System.Text.Json.Serialization;
using VpsPanel.Application.Engagement.Tickets;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.WebApi.Endpoints.Admin;
using VpsPanel.WebApi.Endpoints.User;

namespace VpsPanel.WebApi.Http;

[JsonSerializable(typeof(NewTicket))]
[JsonSerializable(typeof(TicketReply))]
[JsonSerializable(typeof(TicketChange))]
[JsonSerializable(typeof(TicketView))]
[JsonSerializable(typeof(TicketDetail))]
[JsonSerializable(typeof(TicketMessageView))]
[JsonSerializable(typeof(Page<TicketView>))]
internal sealed partial class TicketsJson : JsonSerializerContext;
