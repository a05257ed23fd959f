using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Identity.ThirdParty;

public sealed class SignedCallTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private const string Plans = "/api/v1/user/plans";
    private const string Key = "partner";
    private const string Secret = "demo-secret";

    private Person _user = null!;

    public async Task InitializeAsync()
    {
        await Set(new { third_party_api_enabled = true, api_key = Key, api_secret = Secret, nonce_ttl_seconds = 300 });
        _user = await app.NewUser();
    }

    public Task DisposeAsync() => Set(new { third_party_api_enabled = false });

    [Theory]
    [InlineData("")]
    [InlineData("?q=a%20b&visible=&x=%E4%BD%A0+1")]
    public async Task A_signed_call_passes(string query) => (await Send(new Call(Query: query))).Should().Be("ok");

    [Theory]
    [InlineData("X-ZNP-API-Key")]
    [InlineData("X-ZNP-Timestamp")]
    [InlineData("X-ZNP-Nonce")]
    [InlineData("X-ZNP-Signature")]
    public async Task A_call_that_lacks_a_header_is_refused(string header)
    {
        (await Send(new Call(Change: headers => headers.Remove(header)))).Should().Be("signature.missing");
        (await Send(new Call(Change: headers => headers[header] = " "))).Should().Be("signature.missing");
    }

    [Fact]
    public async Task A_wrong_key_is_refused() =>
        (await Send(new Call(Change: headers => headers["X-ZNP-API-Key"] = "partneR"))).Should().Be("signature.unknown_key");

    [Theory]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("1e9")]
    [InlineData("99999999999999999999")]
    public async Task A_time_that_is_no_number_of_seconds_is_refused(string timestamp) =>
        (await Send(new Call(Timestamp: timestamp))).Should().Be("signature.bad_timestamp");

    [Theory]
    [InlineData(-310, "signature.stale")]
    [InlineData(310, "signature.stale")]
    [InlineData(-290, "ok")]
    [InlineData(290, "ok")]
    public async Task The_clock_of_a_call_may_be_off_by_the_window(int seconds, string outcome) =>
        (await Send(new Call(Timestamp: Now(seconds)))).Should().Be(outcome);

    [Fact]
    public async Task Whatever_is_changed_on_the_way_breaks_the_signature()
    {
        (await Send(new Call(Change: headers => headers["X-ZNP-Signature"] = headers["X-ZNP-Signature"].ToUpperInvariant()))).Should()
            .Be("signature.mismatch");
        (await Send(new Call(Change: headers => headers["X-ZNP-Nonce"] += "x"))).Should().Be("signature.mismatch");
        (await Send(new Call(Change: headers => headers["X-ZNP-Timestamp"] = Now(1)))).Should().Be("signature.mismatch");
        (await Send(new Call(Query: "?q=a", SentQuery: "?q=b"))).Should().Be("signature.mismatch");
        (await Send(new Call(Body: "a"u8.ToArray(), SentBody: "b"u8.ToArray()))).Should().Be("signature.mismatch");
        (await Send(new Call(SigningSecret: "another"))).Should().Be("signature.mismatch");
        (await Send(new Call(SignedMethod: "POST"))).Should().Be("signature.mismatch");
    }

    [Fact]
    public async Task A_nonce_counts_once_on_all_nodes_together()
    {
        using var other = app.Client(_user.Token, app.AddNode());
        var call = new Call(Nonce: Guid.NewGuid().ToString());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(turn => Send(call, turn % 2 == 0 ? _user.Http : other)));

        outcomes.Count(outcome => outcome == "ok").Should().Be(1);
        outcomes.Where(outcome => outcome != "ok").Should().OnlyContain(code => code == "signature.replayed");
    }

    [Fact]
    public async Task A_call_that_was_refused_leaves_its_nonce_to_its_owner()
    {
        var nonce = Guid.NewGuid().ToString();

        (await Send(new Call(Nonce: nonce, SigningSecret: "a stranger's"))).Should().Be("signature.mismatch");
        (await Send(new Call(Nonce: nonce))).Should().Be("ok");
    }

    [Fact]
    public async Task A_wider_window_brings_no_spent_nonce_back()
    {
        var call = new Call(Nonce: Guid.NewGuid().ToString(), Timestamp: Now(0));
        (await Send(call)).Should().Be("ok");
        app.Clock.Advance(TimeSpan.FromMinutes(50));
        (await Send(new Call())).Should().Be("ok", "this sweeps");
        (await Send(call)).Should().Be("signature.stale");

        await Set(new { nonce_ttl_seconds = 3600 });

        (await Send(call)).Should().Be("signature.replayed");
    }

    [Fact]
    public async Task An_encrypted_body_takes_the_place_of_the_plain_one()
    {
        foreach (var flag in new[] { "true", "TRUE", "1" })
            (await Send(Encrypted("""{"a":1}""", headers => headers["X-ZNP-Encrypted"] = flag))).Should().Be("ok");

        var order = Encrypted("""{"plan_id":999999,"quantity":1}""") with { Method = "POST", SignedMethod = "POST", Path = "/api/v1/user/orders" };
        (await Send(order)).Should().Be("plan.not_found", "the endpoint read the plain body");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("not base64!")]
    [InlineData("AAECAwQFBgcICQo=")]
    public async Task An_encrypted_call_needs_its_iv(string? iv) => (await Send(Encrypted("{}", headers =>
    {
        headers.Remove("X-ZNP-IV");
        if (iv is not null)
            headers["X-ZNP-IV"] = iv;
    }))).Should().Be("encryption.bad_iv");

    [Fact]
    public async Task What_does_not_decrypt_is_refused()
    {
        (await Send(Encrypted("{}", headers => headers["X-ZNP-IV"] = "AAAAAAAAAAAAAAAA"))).Should().Be("encryption.failed");
        (await Send(Encrypted("{}", cut: 20))).Should().Be("encryption.failed");
        (await Send(Encrypted("{}", cut: 100))).Should().Be("encryption.failed", "nothing cannot be encrypted");
    }

    [Fact]
    public async Task A_body_has_the_same_bound_as_without_a_signature() =>
        (await Send(new Call(Body: new byte[(1024 * 1024) + 1]))).Should().Be("request.too_large");

    [Fact]
    public async Task Every_refusal_is_a_401_in_the_one_error_body_and_comes_after_that_of_the_token()
    {
        using var refused = await _user.Http.GetAsync(new Uri(Plans, UriKind.Relative));
        var body = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!;

        refused.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        body["error"]!.ToString().Should().Be(body["message"]!.ToString());
        body["trace_id"]!.ToString().Should().NotBeEmpty();
        (await app.Anonymous.Get(Plans)).Code.Should().Be("auth.required");
        (await _user.Http.Get("/API/v1/USER/plans")).Code.Should().Be("signature.missing", "routes do not care about case");
        (await _user.Http.Get("/api/v1/user/no-such-route")).Code.Should().Be("route.not_found");
        (await _user.Http.Get("/api/v1/me")).Status.Should().Be(HttpStatusCode.OK, "only the panel's user routes are signed");
    }

    [Fact]
    public async Task A_change_of_the_settings_bites_at_once_on_every_node()
    {
        using var other = app.Client(_user.Token, app.AddNode());
        (await Send(new Call(), other)).Should().Be("ok");

        await Set(new { api_secret = "rotated" });
        (await Send(new Call(), other)).Should().Be("signature.mismatch");
        (await Send(new Call(SigningSecret: "rotated"), other)).Should().Be("ok");
        await Set(new { third_party_api_enabled = false });
        (await other.Get(Plans)).Status.Should().Be(HttpStatusCode.OK);
        await Set(new { third_party_api_enabled = true });
        (await other.Get(Plans)).Code.Should().Be("signature.missing");
        await Set(new { api_key = "" });
        (await other.Get(Plans)).Status.Should().Be(HttpStatusCode.OK, "without a key nothing can be signed");
    }

    private string Now(int shift) => (app.Clock.GetUtcNow().ToUnixTimeSeconds() + shift).ToString();

    private async Task Set(object settings) => _ = (await (await app.Primary()).Http.Patch("/api/v1/admin/security-settings", settings)).Ok;

    private static Call Encrypted(string plain, Action<Dictionary<string, string>>? change = null, int cut = 0)
    {
        var iv = RandomNumberGenerator.GetBytes(12);
        var text = Encoding.UTF8.GetBytes(plain);
        var (cipher, tag) = (new byte[text.Length], new byte[16]);
        using var aes = new AesGcm(SHA256.HashData(Encoding.UTF8.GetBytes(Secret)), 16);
        aes.Encrypt(iv, text, cipher, tag);
        byte[] body = [.. cipher, .. tag];
        return new Call(Body: body[..Math.Max(0, body.Length - cut)], Change: headers =>
        {
            headers["X-ZNP-Encrypted"] = "true";
            headers["X-ZNP-IV"] = Convert.ToBase64String(iv);
            change?.Invoke(headers);
        });
    }

    /// <summary>The code of the refusal, or ok.</summary>
    private async Task<string> Send(Call call, HttpClient? http = null)
    {
        var (timestamp, nonce) = (call.Timestamp ?? Now(0), call.Nonce ?? Guid.NewGuid().ToString());
        var text = string.Join(
            '\n', call.SignedMethod, call.Path, call.Query.TrimStart('?'), timestamp, nonce, Convert.ToBase64String(call.Body ?? []));
        var headers = new Dictionary<string, string>
        {
            ["X-ZNP-API-Key"] = Key,
            ["X-ZNP-Timestamp"] = timestamp,
            ["X-ZNP-Nonce"] = nonce,
            ["X-ZNP-Signature"] = Convert.ToBase64String(
                HMACSHA256.HashData(Encoding.UTF8.GetBytes(call.SigningSecret), Encoding.UTF8.GetBytes(text))),
        };
        call.Change?.Invoke(headers);
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), call.Path + (call.SentQuery ?? call.Query));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if ((call.SentBody ?? call.Body) is { } body)
            request.Content = new ByteArrayContent(body);

        using var response = await (http ?? _user.Http).SendAsync(request);
        var reply = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? "ok" : (string)JsonNode.Parse(reply)!["code"]!;
    }

    private sealed record Call(
        string Query = "",
        string? Timestamp = null,
        string? Nonce = null,
        byte[]? Body = null,
        string SigningSecret = Secret,
        string SignedMethod = "GET",
        string Method = "GET",
        string Path = Plans,
        string? SentQuery = null,
        byte[]? SentBody = null,
        Action<Dictionary<string, string>>? Change = null);
}
