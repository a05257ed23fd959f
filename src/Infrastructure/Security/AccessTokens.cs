using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using VpsPanel.Application.Accounts;
using VpsPanel.Domain.Accounts;

namespace VpsPanel.Infrastructure.Security;

internal sealed class AccessTokens(IOptions<AuthOptions> options, TimeProvider clock) : IAccessTokens
{
    private readonly JwtSecurityTokenHandler _handler = new();

    public AccessToken Issue(User user, SessionId session)
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

        var lifetime = options.Value.AccessLifetime;
        var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(options.Value.SigningKey));
        var token = new JwtSecurityToken(
            AuthOptions.Issuer,
            AuthOptions.Issuer,
            claims,
            notBefore: null,
            (now + lifetime).UtcDateTime,
            new SigningCredentials(key, SecurityAlgorithms.HmacSha256));
        return new AccessToken(_handler.WriteToken(token), lifetime);
    }
}
