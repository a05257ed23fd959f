using MediatR;
using VpsPanel.Application.Engagement.Tickets;
using VpsPanel.Application.Engagement.Tickets.Commands;
using VpsPanel.Application.Engagement.Tickets.Queries;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Engagement.Tickets;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Lists;

namespace VpsPanel.WebApi.Endpoints.User;

internal static class TicketEndpoints
{
    public static void MapUserTickets(this RouteGroupBuilder user)
    {
        user.MapPost("/tickets", Open)
            .WithName("openTicket").WithSummary("Ask the support something");
        user.MapGet("/tickets", List)
            .FilteredBy(ListFilter.Of<TicketStatus>())
            .WithName("listMyTickets").WithSummary("List my tickets").WithDescription("The last changed first.");
        user.MapGet("/tickets/{id:long}", Get)
            .WithName("getMyTicket").WithSummary("Show one of my tickets").WithDescription("With everything said in it.");
        user.MapPost("/tickets/{id:long}/messages", Reply)
            .WithName("replyToMyTicket").WithSummary("Write into one of my tickets").WithDescription("A closed one takes no more.");
        user.MapPost("/tickets/{id:long}/close", Close)
            .WithName("closeMyTicket").WithSummary("Close one of my tickets");
    }

    private static async Task<ApiResult<TicketDetail>> Open(NewTicket body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new OpenTicket(body.Subject ?? "", body.Content ?? "", body.Resources ?? []), ct);

    private static async Task<ApiResult<Page<TicketView>>> List(
        string? status, [AsParameters] PageQuery page, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListMyTickets(status, page.ToPaging()), ct);

    private static async Task<ApiResult<TicketDetail>> Get(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetMyTicket(new TicketId(id)), ct);

    private static async Task<ApiResult<TicketMessageView>> Reply(long id, TicketReply body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ReplyToMyTicket(new TicketId(id), body.Content ?? ""), ct);

    private static async Task<ApiResult> Close(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new CloseMyTicket(new TicketId(id)), ct);
}

internal sealed record NewTicket(string? Subject, string? Content, IReadOnlyList<NamedResource>? Resources);

internal sealed record TicketReply(string? Content);
