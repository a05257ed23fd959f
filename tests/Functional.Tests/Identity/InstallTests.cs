using System.Net;
using FluentAssertions;
using VpsPanel.Application.Identity.Installation.Commands;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Identity;

public sealed class InstallTests : IAsyncLifetime
{
    private const string Code = "SETUPCODEFORTEST";
    private readonly PanelApp _app = new() { IsInstalled = false };

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        (await _app.Send(new IssueSetupCode(Code))).Should().BeTrue();
    }

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Nothing_but_the_set_up_and_signs_of_life_answer_before_the_installation()
    {
        (await _app.Anonymous.Get("/api/v1/site/settings")).Code.Should().Be("install.required");
        (await _app.Anonymous.Post("/api/v1/auth/login", new { username = "a", password = "b" })).Status.Should()
            .Be(HttpStatusCode.ServiceUnavailable);
        (await _app.Anonymous.Get("/api/v1/ping")).Status.Should().Be(HttpStatusCode.OK);
        (await _app.Anonymous.Get("/health/live")).Status.Should().Be(HttpStatusCode.OK);
        ((bool)(await _app.Anonymous.Get("/api/v1/install/status")).Ok["installed"]!).Should().BeFalse();
    }

    [Fact]
    public async Task Of_ten_parallel_installations_one_succeeds_and_the_door_closes()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(at => Install($"boss{at}", Code)));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).Should().Be(1);
        replies.Where(reply => reply.Status != HttpStatusCode.OK).Select(reply => reply.Code).Should()
            .OnlyContain(code => code == "install.done");
        (await _app.Scalar<long>("select count(*) from users where is_admin")).Should().Be(1);
        (await _app.Scalar<long>("select count(*) from permission_groups")).Should().Be(4);
        (await _app.Scalar<long>("select count(*) from email_templates")).Should().BeGreaterThanOrEqualTo(5);
        (await _app.Scalar<long>("select count(*) from cms_categories")).Should().Be(8);
        ((bool)(await _app.Anonymous.Get("/api/v1/install/status")).Ok["installed"]!).Should().BeTrue();
        (await Install("late", Code)).Code.Should().Be("install.done");
        await Eventually.Become(async () => await _app.Scalar<long>("select count(*) from cms_categories") == 8, "the shelves of the site");
    }

    [Fact]
    public async Task It_needs_the_code_of_the_log_and_good_fields()
    {
        (await Install("boss", "WRONG")).Code.Should().Be("install.invalid_code");
        var reply = await _app.Anonymous.Post(
            "/api/v1/install", new { site = new { name = "" }, admin = new { username = "boss", password = "123" }, setup_code = Code });
        reply.ShouldName("site.name");
        reply.ShouldName("admin.password");
    }

    [Fact]
    public async Task A_database_is_tried_for_those_who_have_the_code()
    {
        (await Check(TestDatabase.Server, "WRONG")).Code.Should().Be("install.invalid_code");
        (await Check(TestDatabase.Server, Code)).Status.Should().Be(HttpStatusCode.OK);
        var refused = await Check(TestDatabase.IsSqlServer ? "Server=127.0.0.1,1;User ID=x;Password=hidden" : "Host=127.0.0.1;Port=1;Username=x;Password=hidden", Code);
        refused.Code.Should().Be("install.database");
        refused.Text.Should().NotContain("hidden");
    }

    private Task<Reply> Install(string username, string code) => _app.Anonymous.Post("/api/v1/install", new
    {
        site = new { name = "Our hosting", url = "https://example.com" },
        admin = new { username, password = "secret1" },
        setup_code = code,
    });

    private Task<Reply> Check(string dsn, string code) =>
        _app.Anonymous.Post("/api/v1/install/db/check", new { db = new { type = TestDatabase.Provider.ToLowerInvariant(), dsn }, setup_code = code });
}
