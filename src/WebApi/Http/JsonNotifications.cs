using System.Text.Json.Serialization;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Notifications.Queries;

namespace VpsPanel.WebApi.Http;

[JsonSerializable(typeof(Page<NotificationView>))]
[JsonSerializable(typeof(UnreadCount))]
internal sealed partial class NotificationsJson : JsonSerializerContext;
