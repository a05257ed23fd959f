using VpsPanel.Application.Identity.Permissions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Sessions;

namespace VpsPanel.WebApi.Http;

internal static class ClientDescription
{
    public static string ClientName(this HttpContext http) => http.Request.Headers.UserAgent.ToString();

    public static SessionId? Session(this HttpContext http) =>
        http.Features.Get<Access>() is { } access ? new SessionId(access.SessionId) : null;
}
