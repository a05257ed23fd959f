using MediatR;
using VpsPanel.Application.Engagement.Notifications.Commands;
using VpsPanel.Application.Engagement.Notifications.Queries;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Engagement.Notifications;
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

    private static async Task<ApiResult<Page<NotificationView>>> List(
        string? status, [AsParameters] PageQuery page, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListMyNotifications(status ?? "", page.ToPaging()), ct);

    private static async Task<ApiResult<UnreadCount>> Count(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new CountUnread(), ct);

    private static async Task<ApiResult> Read(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ReadNotification(new NotificationId(id)), ct);

    private static async Task<ApiResult> ReadAll(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ReadAllNotifications(), ct);
}
