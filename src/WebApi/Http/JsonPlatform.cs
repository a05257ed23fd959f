using System.Text.Json.Serialization;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Audit.Queries;
using VpsPanel.Application.Debug.Queries;
using VpsPanel.Application.Logs.Queries;
using VpsPanel.Application.Outbox.Queries;
using VpsPanel.Application.ScheduledTasks.Queries;
using VpsPanel.Application.Server.Queries;
using VpsPanel.Application.Settings.Commands;
using VpsPanel.Application.Settings.Queries;
using VpsPanel.Application.Site.Queries;
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
