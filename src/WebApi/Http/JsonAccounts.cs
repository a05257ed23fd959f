using System.Text.Json.Serialization;
using VpsPanel.Application.Identity.ApiKeys;
using VpsPanel.Application.Identity.ApiKeys.Commands;
using VpsPanel.Application.Identity.Captchas.Commands;
using VpsPanel.Application.Identity.Permissions;
using VpsPanel.Application.Identity.Permissions.Commands;
using VpsPanel.Application.Identity.Sessions.Queries;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Identity.Users.Commands;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.WebApi.Endpoints.Admin;
using VpsPanel.WebApi.Endpoints.Public;
using VpsPanel.WebApi.Endpoints.User;

namespace VpsPanel.WebApi.Http;

[JsonSerializable(typeof(CaptchaChallenge))]
[JsonSerializable(typeof(RegisterBody))]
[JsonSerializable(typeof(RegisteredUser))]
[JsonSerializable(typeof(LogInBody))]
[JsonSerializable(typeof(RefreshBody))]
[JsonSerializable(typeof(ForgotPasswordBody))]
[JsonSerializable(typeof(ResetPasswordBody))]
[JsonSerializable(typeof(TokenPair))]
[JsonSerializable(typeof(InstallStatus))]
[JsonSerializable(typeof(Installed))]
[JsonSerializable(typeof(DatabaseCheckBody))]
[JsonSerializable(typeof(InstallBody))]
[JsonSerializable(typeof(UserView))]
[JsonSerializable(typeof(Page<UserView>))]
[JsonSerializable(typeof(MeBody))]
[JsonSerializable(typeof(Listing<SessionView>))]
[JsonSerializable(typeof(ProfileBody))]
[JsonSerializable(typeof(ReauthenticateBody))]
[JsonSerializable(typeof(PasswordBody))]
[JsonSerializable(typeof(NewUserBody))]
[JsonSerializable(typeof(UserBody))]
[JsonSerializable(typeof(NewPasswordBody))]
[JsonSerializable(typeof(SwitchBody))]
[JsonSerializable(typeof(UserStatusBody))]
[JsonSerializable(typeof(NewAdminBody))]
[JsonSerializable(typeof(AdminBody))]
[JsonSerializable(typeof(GroupBody))]
[JsonSerializable(typeof(GroupView))]
[JsonSerializable(typeof(Listing<GroupView>))]
[JsonSerializable(typeof(PermissionBody))]
[JsonSerializable(typeof(PermissionView))]
[JsonSerializable(typeof(Listing<PermissionView>))]
[JsonSerializable(typeof(IReadOnlyList<PermissionView>))]
[JsonSerializable(typeof(SyncedPermissions))]
[JsonSerializable(typeof(ApiKeyBody))]
[JsonSerializable(typeof(NewApiKey))]
[JsonSerializable(typeof(Page<ApiKeyView>))]
internal sealed partial class AccountsJson : JsonSerializerContext;
