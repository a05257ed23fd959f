using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using VpsPanel.Application.Identity.Permissions;
using VpsPanel.Domain.Common;
using VpsPanel.Infrastructure.Security;

namespace VpsPanel.WebApi.Http.Security;

/// <summary>
/// Signed access tokens. A signature is checked once and remembered for the token's life; whether the session behind it still
/// lives is asked on every request.
/// </summary>
internal sealed class JwtAuthentication(IAccessDirectory directory, TimeProvider clock) : JwtBearerEvents
{
    private const int MaxTokens = 20_000;

    private readonly ConcurrentDictionary<string, (ClaimsPrincipal Principal, DateTimeOffset Until)> _checked = new(StringComparer.Ordinal);

    public override async Task MessageReceived(MessageReceivedContext context)
    {
        var token = TokenOf(context.Request);
        if (token is null)
        {
            context.NoResult();
            return;
        }

        context.Token = token;
        if (!_checked.TryGetValue(token, out var known) || known.Until <= clock.GetUtcNow())
            return;

        if (await Admit(context.HttpContext, known.Principal))
        {
            context.Principal = known.Principal;
            context.Success();
        }
        else
        {
            context.Fail("session over");
        }
    }

    public override async Task TokenValidated(TokenValidatedContext context)
    {
        if (!await Admit(context.HttpContext, context.Principal!))
        {
            context.Fail("session over");
            return;
        }

        if (_checked.Count >= MaxTokens)
            _checked.Clear();

        var token = (JsonWebToken)context.SecurityToken;
        _checked[token.EncodedToken] = (context.Principal!, new DateTimeOffset(token.ValidTo, TimeSpan.Zero));
    }

    public static TokenValidationParameters Parameters(AuthOptions options, TimeProvider clock) => new()
    {
        IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(options.SigningKey)),
        ValidIssuer = AuthOptions.Issuer,
        ValidAudience = AuthOptions.Issuer,
        // The header of a token must not choose how it is checked.
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        LifetimeValidator = (_, expires, _, _) => expires > clock.GetUtcNow().UtcDateTime,
    };

    private async ValueTask<bool> Admit(HttpContext http, ClaimsPrincipal principal)
    {
        if (!long.TryParse(principal.FindFirstValue("sid"), CultureInfo.InvariantCulture, out var sid))
            return false;

        if (await directory.Find(new SessionId(sid), http.RequestAborted) is not { } access)
            return false;

        // Numbers start again in a new database: a token from the old one must not fit somebody else's session.
        if (principal.FindFirstValue("sub") != access.UserId.ToString())
            return false;

        http.Features.Set(access);
        return true;
    }

    /// <summary>The header; in the address only where a browser opens a tab, which can send no header.</summary>
    private static string? TokenOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return header[7..].Trim();

        var opensTab = request.Path.Value!.EndsWith("/panel", StringComparison.Ordinal) || request.Path.Value!.EndsWith("/vnc", StringComparison.Ordinal);
        if (!opensTab)
            return null;

        var token = request.Query["token"].ToString();
        token = token.Length > 0 ? token : request.Query["access_token"].ToString();
        return token.Length > 0 ? token : null;
    }
}
