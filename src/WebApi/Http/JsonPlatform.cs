using System.Text.Json.Serialization;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Audit.Queries;
using VpsPanel.Application.Platform.Logs.Queries;
using VpsPanel.Application.Platform.Outbox.Queries;
using VpsPanel.Application.Platform.ScheduledTasks.Queries;
using VpsPanel.Application.Platform.ServerStatus.Queries;
using VpsPanel.Application.Platform.Settings.Commands;
using VpsPanel.Application.Platform.Settings.Queries;
using VpsPanel.Application.Platform.Site.Queries;
using VpsPanel.WebApi.Endpoints.Admin;
using VpsPanel.WebApi.Endpoints.Public;

namespace VpsPanel.WebApi.Http;

[JsonSerializable(typeof(Health))]
[JsonSerializable(typeof(Listing<SettingView>))]
[JsonSerializable(typeof(ChangeSettingsBody))]
[JsonSerializable(typeof(SettingsChanged))]
[JsonSerializable(typeof(Listing<SiteSetting>))]
[JsonSerializable(typeof(Page<AuditLogView>))]
[JsonSerializable(typeof(Page<SyncLogView>))]
[JsonSerializable(typeof(DebugStatus))]
[JsonSerializable(typeof(SwitchDebugBody))]
[JsonSerializable(typeof(DebugLogs))]
[JsonSerializable(typeof(Listing<ScheduledTaskView>))]
[JsonSerializable(typeof(ChangeScheduleBody))]
[JsonSerializable(typeof(Page<TaskRunView>))]
[JsonSerializable(typeof(DashboardSession))]
[JsonSerializable(typeof(ServerStatus))]
[JsonSerializable(typeof(Page<OutboxMessageView>))]
internal sealed partial class PlatformJson : JsonSerializerContext;
