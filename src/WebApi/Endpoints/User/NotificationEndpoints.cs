using MediatR;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Notifications.Commands;
using VpsPanel.Application.Notifications.Queries;
using VpsPanel.Domain.Notifications;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Lists;

namespace VpsPanel.WebApi.Endpoints.User;

internal static class NotificationEndpoints
{
    public static void MapNotifications(this RouteGroupBuilder routes)
    {
        routes.MapGet("/notifications", List)
            .FilteredBy(ListFilter.OneOf("status", "unread", "read"))
            .WithName("listMyNotifications").WithSummary("List my notifications").WithDescription("Newest first.");
        routes.MapGet("/notifications/unread-count", Count)
            .WithName("countMyUnreadNotifications").WithSummary("Count my unread notifications");
        routes.MapPost("/notifications/{id:long}/read", Read)
            .WithName("markMyNotificationRead").WithSummary("Mark one notification as read");
        routes.MapPost("/notifications/read-all", ReadAll)
            .WithName("markAllMyNotificationsRead").WithSummary("Mark all notifications as read");
    }

    private static async Task<Answer<Page<NotificationView>>> List(
        string? status, [AsParameters] PageQuery page, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListMyNotifications(status ?? "", page.ToPaging()), ct);

    private static async Task<Answer<UnreadCount>> Count(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new CountUnread(), ct);

    private static async Task<Answer> Read(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ReadNotification(new NotificationId(id)), ct);

    private static async Task<Answer> ReadAll(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ReadAllNotifications(), ct);
}
