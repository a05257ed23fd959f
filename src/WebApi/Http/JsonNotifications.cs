using System.Text.Json.Serialization;
using VpsPanel.Application.Engagement.Notifications.Queries;
using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.WebApi.Http;

[JsonSerializable(typeof(Page<NotificationView>))]
[JsonSerializable(typeof(UnreadCount))]
internal sealed partial class NotificationsJson : JsonSerializerContext;
