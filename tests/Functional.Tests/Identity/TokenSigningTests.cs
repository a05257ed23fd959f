using System.Net;
using System.Security.Cryptography;
using System.Text;
using FluentAssertions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Identity;

public sealed class TokenSigningTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Theory]
    [InlineData("HS256", HttpStatusCode.OK)]
    [InlineData("HS384", HttpStatusCode.Unauthorized)]
    [InlineData("HS512", HttpStatusCode.Unauthorized)]
    [InlineData("none", HttpStatusCode.Unauthorized)]
    public async Task A_token_is_taken_under_HS256_only_even_when_the_right_key_signed_it(string algorithm, HttpStatusCode status)
    {
        await app.NewAdmin();
        var user = await app.NewUser();
        using var client = app.Client(SignedAs(algorithm, user.Token.Split('.')[1]));

        (await client.Get("/api/v1/me")).Status.Should().Be(status);
    }

    [Fact]
    public async Task The_claims_of_a_token_stand_under_their_documented_names()
    {
        await app.NewAdmin();
        var user = await app.NewUser();

        var claims = System.Text.Json.Nodes.JsonNode.Parse(Base64UrlEncoder.Decode(user.Token.Split('.')[1]))!.AsObject();

        claims.Select(claim => claim.Key).Should()
            .BeEquivalentTo("sub", "user_id", "role", "roles", "sid", "jti", "iat", "exp", "iss", "aud");
        ((long)claims["user_id"]!).Should().Be(user.Id.Value);
        ((string)claims["role"]!).Should().Be("user");
    }

    [Theory]
    [InlineData("Auth:SigningKey", 16)]
    [InlineData("Auth:SigningKey", 31)]
    [InlineData("Secrets:Key", 31)]
    public async Task A_key_of_fewer_than_32_bytes_stops_the_start_and_is_named(string key, int length)
    {
        await using var node = new PanelHost(
            app.ConnectionString, app.Clock, new Dictionary<string, string> { [key] = new string('k', length) });
        node.Errors.Expect("at least 32 bytes");

        var start = () => node.CreateClient();

        start.Should().Throw<OptionsValidationException>().WithMessage($"*{key}*32 bytes*");
    }

    private static string SignedAs(string algorithm, string claims)
    {
        var signed = $"{Base64UrlEncoder.Encode($$"""{"alg":"{{algorithm}}","typ":"JWT"}""")}.{claims}";
        var key = Encoding.UTF8.GetBytes(PanelHost.SigningKey);
        var text = Encoding.ASCII.GetBytes(signed);
        var signature = algorithm switch
        {
            "HS256" => HMACSHA256.HashData(key, text),
            "HS384" => HMACSHA384.HashData(key, text),
            "HS512" => HMACSHA512.HashData(key, text),
            _ => [],
        };
        return $"{signed}.{Base64UrlEncoder.Encode(signature)}";
    }
}
