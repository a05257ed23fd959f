using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using VpsPanel.Application.Identity.ApiKeys;

namespace VpsPanel.WebApi.Http.Security;

/// <summary>API keys: a bearer value that is no signed token, or <c>X-API-Key</c> where there is no bearer.</summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IKeyDirectory keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "ApiKey";

    private const int MaxLength = 200;

    public static string? KeyOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            var value = header.AsSpan(7).Trim();
            return value.Count('.') < 2 ? value.ToString() : null;
        }

        var own = request.Headers["X-API-Key"].ToString().Trim();
        return own.Length > 0 ? own : null;
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var raw = KeyOf(Request);
        if (raw is null or { Length: 0 or > MaxLength })
            return AuthenticateResult.NoResult();

        if (await keys.Find(raw, Context.RequestAborted) is not { } key)
            return AuthenticateResult.Fail("unknown key");

        Context.Features.Set(key);
        var identity = new ClaimsIdentity([new Claim("name", key.Name)], Scheme);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme));
    }
}
