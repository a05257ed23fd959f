using MediatR;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Outbox.Commands;
using VpsPanel.Application.Platform.Outbox.Queries;
using VpsPanel.Application.Platform.ServerStatus.Queries;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Lists;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

/// <summary>The machine and what waits on it.</summary>
internal static class ServerEndpoints
{
    public static void MapServer(this RouteGroupBuilder routes)
    {
        routes.MapGet("/server/status", Status).Needs("server.status")
            .WithName("getServerStatus").WithSummary("Show the load of the machine that answers");
        routes.MapGet("/outbox", ListOutbox).Needs("outbox.list")
            .FilteredBy(ListFilter.OneOf("status", "pending", "parked"))
            .WithName("listOutboxMessages").WithSummary("List events that wait or were given up").WithDescription("Newest first.");
        routes.MapPost("/outbox/{id:long}/resend", Resend).Needs("outbox.resend")
            .WithName("resendOutboxMessage").WithSummary("Deliver an event again");
    }

    private static async Task<ApiResult<ServerStatus>> Status(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetServerStatus(), ct);

    private static async Task<ApiResult<Page<OutboxMessageView>>> ListOutbox(
        string? status, [AsParameters] PageQuery page, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListMessages(status, page.ToPaging()), ct);

    private static async Task<ApiResult> Resend(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ResendMessage(id), ct);
}
