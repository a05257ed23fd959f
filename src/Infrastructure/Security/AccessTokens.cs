using System.Security.Claims;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using VpsPanel.Application.Identity.Sessions;
using VpsPanel.Domain.Identity.Sessions;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Infrastructure.Security;

internal sealed class AccessTokens(IOptions<AuthOptions> options, TimeProvider clock) : IAccessTokens
{
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    public AccessToken Issue(User user, SessionId session, TimeSpan? atMost = null)
    {
        var now = clock.GetUtcNow();
        var role = user.IsAdmin ? "admin" : "user";
        List<Claim> claims =
        [
            new("sub", user.Id.Value.ToString()),
            new("user_id", user.Id.Value.ToString(), ClaimValueTypes.Integer64),
            new("role", role),
            new("sid", session.Value.ToString()),
            new("jti", Guid.NewGuid().ToString("N")),
            new("iat", now.ToUnixTimeSeconds().ToString(), ClaimValueTypes.Integer64),
        ];
        if (user.IsAdmin)
            claims.Add(new("roles", "admin"));
        if (user.IsUser)
            claims.Add(new("roles", "user"));

        var lifetime = atMost < options.Value.AccessLifetime ? atMost.Value : options.Value.AccessLifetime;
        var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(options.Value.SigningKey));
        var token = _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = AuthOptions.Issuer,
            Audience = AuthOptions.Issuer,
            Subject = new ClaimsIdentity(claims),
            Expires = (now + lifetime).UtcDateTime,
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
        });
        return new AccessToken(token, lifetime);
    }
}
