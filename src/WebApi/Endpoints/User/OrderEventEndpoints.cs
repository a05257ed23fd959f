using System.Globalization;
using MediatR;
using VpsPanel.Application.Identity.Permissions;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Application.Sales.VpsOrders.Queries;
using VpsPanel.Domain.Common;
using VpsPanel.WebApi.Http;

namespace VpsPanel.WebApi.Endpoints.User;

internal static class OrderEventEndpoints
{
    public static void MapOrderEvents(this RouteGroupBuilder user) =>
        user.MapGet("/orders/{id:long}/events", Follow).Produces<string>(StatusCodes.Status200OK, "text/event-stream")
            .WithName("followOrderEvents").WithSummary("Follow the events of an order")
            .WithDescription("A stream of server-sent events; `Last-Event-ID` continues after the event with that number.");

    private static Task Follow(long id, HttpContext http, OrderEventStreaming following) => following.Run(new OrderId(id), http);
}

/// <summary>
/// Sends one client what happens to one order. It always reads on from the last number that it sent, so there is neither a gap nor a
/// double, whatever the hints do. A client that stops reading holds up nothing but its own loop, which then holds no connection
/// to the database.
/// </summary>
internal sealed class OrderEventStreaming(
    IMediator mediator, IOrderSignal signal, SharedOrderEvents shared, IAccessDirectory access, StreamCounter streams, ISettings settings,
    ICurrentActor actor, TimeProvider clock, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>A clock may be set, so that a long sleep would end at the wrong time.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);

    private static readonly Error TooMany = new(ErrorKind.RateLimited, "order.too_many_streams", "too many event streams are open")
    {
        RetryAfter = Heartbeat,
    };

    public async Task Run(OrderId order, HttpContext http)
    {
        using var place = streams.TryOpen(actor.UserId, await settings.Number(OrderStreamSettings.PerUser, http.RequestAborted));
        if (place is null)
        {
            await ErrorBody.Write(http, TooMany);
            return;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        using var watch = signal.Subscribe(order);
        try
        {
            var last = await mediator.Send(new GetLastOrderEvent(order), end.Token);
            if (last.IsSuccess)
                await Send(order, From(http.Request, last.Value), watch, http, end.Token);
            else
                await ErrorBody.Write(http, last.Error);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The client left, or the service stops: the usual ends.
        }
    }

    /// <summary>After what the client has seen; a fresh client sees only what is to come.</summary>
    private static long From(HttpRequest request, long last) =>
        long.TryParse(request.Headers["Last-Event-ID"], CultureInfo.InvariantCulture, out var seen) && seen > 0 ? Math.Min(seen, last) : last;

    private async Task Send(OrderId order, long after, IOrderSubscription watch, HttpContext http, CancellationToken ct)
    {
        var stream = new EventStream(http);
        await stream.Begin(ct);
        var (beat, looked) = (clock.GetUtcNow(), clock.GetUtcNow());
        var mayHaveGrown = true;
        while (true)
        {
            if (mayHaveGrown)
            {
                looked = clock.GetUtcNow();
                if (await shared.After(order, actor.UserId, after, watch.Hints, () => Read(order, after)) is not { } page)
                    return;

                foreach (var happened in page)
                {
                    await stream.Event(happened.Seq, happened.Type, happened.Data.Text, ct);
                    after = happened.Seq;
                }

                if (page.Count == ListOrderEvents.PageSize)
                    continue;
            }

            var now = clock.GetUtcNow();
            if (now - beat >= Heartbeat)
            {
                if (!await MayGoOn(http, ct))
                    return;

                await stream.Heartbeat(ct);
                beat = now;
            }

            var isHint = await watch.Wait(Tick, ct);
            mayHaveGrown = isHint || clock.GetUtcNow() - looked >= signal.PollInterval;
        }
    }

    /// <summary>Null when the order is gone, or is the caller's no longer.</summary>
    private async Task<IReadOnlyList<OrderEventView>?> Read(OrderId order, long after)
    {
        var page = await mediator.Send(new ListOrderEvents(order, after), CancellationToken.None);
        return page.Value.Count > 0 || (await mediator.Send(new GetLastOrderEvent(order), CancellationToken.None)).IsSuccess ? page.Value : null;
    }

    /// <summary>A stream ends with the session that opened it.</summary>
    private async Task<bool> MayGoOn(HttpContext http, CancellationToken ct) =>
        http.Features.Get<Access>() is { } opened && await access.Find(new SessionId(opened.SessionId), ct) is not null;
}
