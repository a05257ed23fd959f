using MediatR;
using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Engagement.Tickets;
using VpsPanel.Application.Engagement.Tickets.Commands;
using VpsPanel.Application.Engagement.Tickets.Queries;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Engagement.Tickets;
using VpsPanel.WebApi.Endpoints.User;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Lists;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class TicketEndpoints
{
    public static void MapTickets(this RouteGroupBuilder admin)
    {
        admin.MapGet("/tickets", List).Needs("tickets.list")
            .FilteredBy(ListFilter.Of<TicketStatus>())
            .WithName("listTickets").WithSummary("List tickets of all users").WithDescription("The last changed first.");
        admin.MapGet("/tickets/{id:long}", Get).Needs("tickets.view")
            .WithName("getTicket").WithSummary("Show a ticket").WithDescription("With everything said in it.");
        admin.MapPatch("/tickets/{id:long}", Update).Needs("tickets.update")
            .WithName("updateTicket").WithSummary("Change the subject or status of a ticket");
        admin.MapPost("/tickets/{id:long}/messages", Reply).Needs("tickets.messages")
            .WithName("replyToTicket").WithSummary("Answer a ticket as support");
        admin.MapDelete("/tickets/{id:long}", Delete).Needs("tickets.delete")
            .WithName("deleteTicket").WithSummary("Delete a ticket").WithDescription("With everything said in it.");
    }

    private static async Task<ApiResult<Page<TicketView>>> List(
        string? status,
        string? q,
        [FromQuery(Name = "user_id")] string? userId,
        [AsParameters] PageQuery page,
        IMediator mediator,
        CancellationToken ct) =>
        await mediator.Send(new ListTickets(status, q, QueryText.Id(userId), page.ToPaging()), ct);

    private static async Task<ApiResult<TicketDetail>> Get(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetTicket(new TicketId(id)), ct);

    private static async Task<ApiResult<TicketView>> Update(long id, TicketChange body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new UpdateTicket(new TicketId(id), body.Subject, body.Status), ct);

    private static async Task<ApiResult<TicketMessageView>> Reply(long id, TicketReply body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ReplyToTicket(new TicketId(id), body.Content ?? ""), ct);

    private static async Task<ApiResult> Delete(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new DeleteTicket(new TicketId(id)), ct);
}

internal sealed record TicketChange(string? Subject, [property: WordsOf(typeof(TicketStatus))] string? Status);
