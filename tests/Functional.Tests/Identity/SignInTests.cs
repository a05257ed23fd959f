using System.Net;
using FluentAssertions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Identity;

public sealed class SignInTests(PanelApp app) : IClassFixture<PanelApp>
{
    private const string Code = "AB2CD";

    [Fact]
    public async Task Somebody_registers_with_a_captcha_and_signs_in_by_name_or_address()
    {
        await app.Primary();
        var node = app.Client(null, Fixed());
        var registered = await Register(node, "kim", "Kim@Example.com");

        ((string)registered.Ok["username"]!).Should().Be("kim");
        foreach (var body in new object[]
        {
            new { username = "KIM", password = PanelApp.Password },
            new { username = "kim@example.com", password = PanelApp.Password },
            new { email = "kim@example.com", password = PanelApp.Password },
        })
        {
            var login = (await node.Post("/api/v1/auth/login", body)).Ok;
            ((string)login["token_type"]!).Should().Be("Bearer");
            ((long)login["user"]!["created_at"]!).Should().BeGreaterThan(1_700_000_000);
            ((string)login["user"]!["display_name"]!).Should().Be("kim");
        }
    }

    [Fact]
    public async Task The_captcha_is_a_png_of_the_documented_size()
    {
        await app.Primary();
        var captcha = (await app.Anonymous.Get("/api/v1/captcha")).Ok;

        var png = Convert.FromBase64String((string)captcha["image_base64"]!);
        png[..8].Should().Equal(0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A);
        png[16..24].Should().Equal(0, 0, 0, 120, 0, 0, 0, 40);
    }

    [Fact]
    public async Task Of_parallel_registrations_with_one_captcha_one_succeeds()
    {
        await app.Primary();
        var node = app.Client(null, Fixed());
        var id = (string)(await node.Get("/api/v1/captcha")).Ok["captcha_id"]!;

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(at => node.Post("/api/v1/auth/register", Body($"twin{at}", $"twin{at}@example.com", id, Code))));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).Should().Be(1);
        replies.Where(reply => reply.Status != HttpStatusCode.OK).Select(reply => reply.Code).Should()
            .OnlyContain(code => code == "captcha.failed");
    }

    [Fact]
    public async Task The_third_wrong_code_spends_the_captcha()
    {
        await app.Primary();
        var node = app.Client(null, Fixed());
        var id = (string)(await node.Get("/api/v1/captcha")).Ok["captcha_id"]!;
        for (var i = 0; i < 3; i++)
            (await node.Post("/api/v1/auth/register", Body("lee", "lee@example.com", id, "WRONG"))).Code.Should().Be("captcha.failed");

        (await node.Post("/api/v1/auth/register", Body("lee", "lee@example.com", id, Code))).Code.Should().Be("captcha.failed");
    }

    [Theory]
    [InlineData("", "a@example.com", "username")]
    [InlineData("a\nb", "a@example.com", "username")]
    [InlineData("ok", "no address", "email")]
    [InlineData("ok", "a@example.com\r\nBcc: x@example.com", "email")]
    public async Task Bad_fields_are_named(string username, string email, string field)
    {
        await app.Primary();
        var reply = await app.Anonymous.Post("/api/v1/auth/register", Body(username, email, "x", "y"));

        reply.ShouldName(field);
    }

    [Fact]
    public async Task A_taken_name_or_address_is_a_conflict()
    {
        await app.Primary();
        var user = await app.NewUser();
        var node = app.Client(null, Fixed());

        (await Register(node, user.Username.ToUpperInvariant(), "new@example.com")).Code.Should().Be("user.duplicate");
        (await Register(node, "newname", $"{user.Username}@EXAMPLE.com")).Status.Should().Be(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Every_failed_sign_in_answers_alike_and_the_sixth_has_to_wait()
    {
        await app.Primary();
        var user = await app.NewUser();
        var unknown = await app.Anonymous.Post("/api/v1/auth/login", new { username = "nobody-here", password = "x" });
        for (var i = 0; i < 5; i++)
        {
            var wrong = await app.Anonymous.Post("/api/v1/auth/login", new { username = user.Username, password = "wrong" });
            wrong.Status.Should().Be(HttpStatusCode.Unauthorized);
            wrong.Code.Should().Be(unknown.Code);
        }

        var limited = await app.Anonymous.Post("/api/v1/auth/login", new { username = user.Username, password = PanelApp.Password });
        limited.Status.Should().Be(HttpStatusCode.TooManyRequests);

        app.Clock.Advance(TimeSpan.FromMinutes(6));
        (await app.Anonymous.Post("/api/v1/auth/login", new { username = user.Username, password = PanelApp.Password })).Status.Should()
            .Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Of_guesses_sent_all_at_once_over_two_nodes_five_are_judged()
    {
        await app.Primary();
        var user = await app.NewUser();
        var nodes = new[] { app.Anonymous, app.Client(null, app.AddNode()) };

        var replies = await Task.WhenAll(Enumerable.Range(0, 60).Select(at =>
            nodes[at % 2].Post("/api/v1/auth/login", new { username = user.Username, password = $"guess {at}" })));

        replies.Count(reply => reply.Status == HttpStatusCode.Unauthorized).Should().Be(5);
        replies.Where(reply => reply.Status != HttpStatusCode.Unauthorized).Select(reply => reply.Code).Should()
            .OnlyContain(code => code == "auth.too_many_attempts");
    }

    [Fact]
    public async Task Right_passwords_sent_all_at_once_all_sign_in()
    {
        await app.Primary();
        var user = await app.NewUser();

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => LogIn(app.Anonymous, user, PanelApp.Password)));

        replies.Select(reply => reply.Status).Should().OnlyContain(status => status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_guesses_from_elsewhere_does_not_lock_a_known_device_out()
    {
        await app.Primary();
        var user = await app.NewUser();
        var owner = app.Anonymous;
        (await LogIn(owner, user, PanelApp.Password)).Status.Should().Be(HttpStatusCode.OK);
        await GuessUntilLimited(user);

        (await LogIn(app.Anonymous, user, PanelApp.Password)).Status.Should().Be(HttpStatusCode.TooManyRequests);
        (await LogIn(owner, user, PanelApp.Password)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_known_device_guesses_five_times_and_not_for_other_accounts()
    {
        await app.Primary();
        var user = await app.NewUser();
        var other = await app.NewUser();
        var device = app.Anonymous;
        (await LogIn(device, user, PanelApp.Password)).Status.Should().Be(HttpStatusCode.OK);
        await GuessUntilLimited(other);

        (await LogIn(device, other, PanelApp.Password)).Status.Should().Be(HttpStatusCode.TooManyRequests);
        for (var i = 0; i < 5; i++)
            (await LogIn(device, user, "wrong")).Status.Should().Be(HttpStatusCode.Unauthorized);

        (await LogIn(device, user, PanelApp.Password)).Status.Should().Be(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Guesses_from_ever_new_addresses_wait_longer_each_time()
    {
        await app.Primary();
        var user = await app.NewUser();
        var node = app.AddNode();
        for (var i = 0; i < 5; i++)
            (await From(node, i, user, "wrong")).Status.Should().Be(HttpStatusCode.Unauthorized);

        foreach (var seconds in new[] { 1, 2, 4, 8 })
        {
            var early = await From(node, 50 + seconds, user, PanelApp.Password);
            early.Status.Should().Be(HttpStatusCode.TooManyRequests);
            early.RetryAfter.Should().Be(seconds);
            app.Clock.Advance(TimeSpan.FromSeconds(seconds));
            (await From(node, 100 + seconds, user, "wrong")).Status.Should().Be(HttpStatusCode.Unauthorized);
        }

        app.Clock.Advance(TimeSpan.FromSeconds(16));
        (await From(node, 200, user, PanelApp.Password)).Status.Should().Be(HttpStatusCode.OK, "the password was right");
    }

    private static Task<Reply> LogIn(HttpClient http, Person user, string password) =>
        http.Post("/api/v1/auth/login", new { username = user.Username, password });

    private async Task GuessUntilLimited(Person user)
    {
        for (var i = 0; i < 5; i++)
            (await LogIn(app.Anonymous, user, "wrong")).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    private static async Task<(HttpStatusCode Status, int RetryAfter)> From(PanelHost node, int number, Person user, string password)
    {
        using var http = new HttpClient(node.Server.CreateHandler(
            context => context.Connection.RemoteIpAddress = IPAddress.Parse($"198.51.100.{number}"))) { BaseAddress = node.Server.BaseAddress };
        using var body = new StringContent(TestJson.Write(new { username = user.Username, password }), null, "application/json");
        using var response = await http.PostAsync(new Uri("/api/v1/auth/login", UriKind.Relative), body);
        return (response.StatusCode, (int)(response.Headers.RetryAfter?.Delta?.TotalSeconds ?? 0));
    }

    [Fact]
    public async Task A_customer_cannot_sign_in_where_admins_do()
    {
        var admin = await app.Primary();
        var user = await app.NewUser();

        (await app.Anonymous.Post("/admin/api/v1/auth/login", new { username = user.Username, password = PanelApp.Password }))
            .Code.Should().Be("auth.invalid_credentials");
        var login = (await app.Anonymous.Post(
            "/admin/api/v1/auth/login", new { username = admin.Username, password = PanelApp.Password })).Ok;
        login["user"]!["permissions"]!.AsArray().Select(code => (string)code!).Should().Equal("*");
    }

    private static object Body(string username, string email, string captchaId, string code) =>
        new { username, email, password = PanelApp.Password, captcha_id = captchaId, captcha_code = code, qq = "123" };

    private static async Task<Reply> Register(HttpClient http, string username, string email)
    {
        var id = (string)(await http.Get("/api/v1/captcha")).Ok["captcha_id"]!;
        return await http.Post("/api/v1/auth/register", Body(username, email, id, Code.ToLowerInvariant()));
    }

    private PanelHost Fixed() => app.AddNode(new Dictionary<string, string> { ["Captcha:FixedCode"] = Code });
}
