using System.Net;
using FluentAssertions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Identity.ThirdParty;

public sealed class SecuritySettingTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private const string Path = "/api/v1/admin/security-settings";

    private Person _admin = null!;

    public async Task InitializeAsync()
    {
        await app.Primary();
        _admin = await app.NewAdmin("security_setting.*");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_secret_is_shown_when_it_is_set_and_never_again()
    {
        var secret = $"secret {Guid.NewGuid():N}";

        var changed = (await _admin.Http.Patch(Path, new { api_key = " key-1 ", api_secret = secret })).Ok["setting"]!;

        ((string)changed["api_key"]!).Should().Be("key-1");
        ((string)changed["api_secret"]!).Should().Be(secret);
        ((string)(await _admin.Http.Get(Path)).Ok["setting"]!["api_secret"]!).Should().Be("********");
        foreach (var unchanged in new[] { "", "********", null })
            ((string)(await _admin.Http.Patch(Path, new { api_secret = unchanged })).Ok["setting"]!["api_secret"]!).Should().Be("********");

        (await app.Scalar<long>("select count(*) from settings where value like '%' || $1 || '%'", secret)).Should()
            .Be(0, "it is encrypted");
        (await app.Scalar<long>("select count(*) from audit_logs where detail like '%' || $1 || '%'", secret)).Should().Be(0);
        (await app.Scalar<long>("select count(*) from audit_logs where action = 'security_setting.update'")).Should().BePositive();
    }

    [Fact]
    public async Task What_is_not_mentioned_stays_and_blanks_mean_the_default()
    {
        await _admin.Http.Patch(Path, new { third_party_api_enabled = false, api_key = "key-2", nonce_ttl_seconds = 60 });

        var changed = (await _admin.Http.Patch(Path, new { nonce_ttl_seconds = 0, encryption_algorithm = " AES-GCM " })).Ok["setting"]!;

        ((string)changed["api_key"]!).Should().Be("key-2");
        ((long)changed["nonce_ttl_seconds"]!).Should().Be(300);
        ((string)changed["encryption_algorithm"]!).Should().Be("aes-256-gcm");
        ((string)(await _admin.Http.Patch(Path, new { encryption_algorithm = "" })).Ok["setting"]!["encryption_algorithm"]!).Should()
            .Be("aes-256-gcm");
        ((string)(await _admin.Http.Patch(Path, new { api_key = "" })).Ok["setting"]!["api_key"]!).Should().BeEmpty();
        ((long)changed["id"]!).Should().Be(1);
        ((long)changed["updated_at"]!).Should().BeGreaterThanOrEqualTo((long)changed["created_at"]!).And.BePositive();
        (await _admin.Http.Call(HttpMethod.Patch, Path)).Status.Should().Be(HttpStatusCode.OK, "an empty patch changes nothing");
    }

    [Theory]
    [InlineData("""{"encryption_algorithm":"HMAC-SHA256"}""", "encryption_algorithm")]
    [InlineData("""{"encryption_algorithm":"aes-128-gcm"}""", "encryption_algorithm")]
    [InlineData("""{"nonce_ttl_seconds":3601}""", "nonce_ttl_seconds")]
    [InlineData("""{"api_key":"a b"}""", "api_key")]
    [InlineData("""{"api_key":"钥匙"}""", "api_key")]
    [InlineData("""{"third_party_api_enabled":"maybe"}""", "third_party_api_enabled")]
    public async Task Nonsense_is_refused_by_the_name_of_its_field(string body, string field)
    {
        var refused = await _admin.Http.Patch(Path, body);

        refused.ShouldName(field);
    }

    [Fact]
    public async Task The_settings_are_not_for_everybody()
    {
        var clerk = await app.NewAdmin("node.*");

        (await clerk.Http.Get(Path)).Code.Should().Be("auth.permission_denied");
        (await clerk.Http.Patch(Path, new { api_key = "x" })).Code.Should().Be("auth.permission_denied");
        (await (await app.NewUser()).Http.Get(Path)).Status.Should().Be(HttpStatusCode.Forbidden);
        (await app.Anonymous.Get(Path)).Status.Should().Be(HttpStatusCode.Unauthorized);
    }
}
