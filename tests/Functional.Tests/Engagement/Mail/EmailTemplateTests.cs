using System.Net;
using FluentAssertions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Engagement.Mail;

public sealed class EmailTemplateTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private const string Path = "/admin/api/v1/email-templates";

    private Person _admin = null!;

    public async Task InitializeAsync()
    {
        await app.NewAdmin();
        _admin = await app.NewAdmin("email_template.*");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_template_is_made_changed_in_part_and_removed()
    {
        var made = (await _admin.Http.Post(
            Path, new { name = "welcome", subject = "Hi", body = "Hello {{.user.username}}", enabled = true })).Ok;
        var id = (long)made["id"]!;

        var changed = (await _admin.Http.Patch($"{Path}/{id}", new { subject = "Hi there" })).Ok;
        ((string)changed["subject"]!).Should().Be("Hi there");
        ((string)changed["body"]!).Should().Be("Hello {{.user.username}}");
        ((bool)changed["enabled"]!).Should().BeTrue();

        (await _admin.Http.Delete($"{Path}/{id}")).Status.Should().Be(HttpStatusCode.OK);
        (await _admin.Http.Delete($"{Path}/{id}")).Code.Should().Be("email_template.not_found");
        (await app.Scalar<long>("select count(*) from audit_logs where target_type = 'email_template' and target_id = $1", $"{id}"))
            .Should().Be(3);
    }

    [Theory]
    [InlineData("Hello\n  {{.user.username | nope}}", "template.syntax", "2", "22")]
    [InlineData("{{if .user}}", "template.syntax", "1", "3")]
    [InlineData("a {{upper .user.id}}", "template.render", "1", "5")]
    [InlineData("{{range 1000000000}}{{end}}", "template.limit", "1", "3")]
    public async Task A_broken_template_is_not_published_but_may_be_a_draft(string body, string code, string line, string column)
    {
        var name = $"broken {Guid.NewGuid():N}";

        var refused = await _admin.Http.Post(Path, new { name, subject = "x", body, enabled = true });
        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        refused.Code.Should().Be(code);
        ((string)refused.Json["details"]!["line"]![0]!).Should().Be(line);
        ((string)refused.Json["details"]!["column"]![0]!).Should().Be(column);
        ((string)refused.Json["details"]!["body"]![0]!).Should().StartWith($"line {line}, column {column}: ");

        var draft = (await _admin.Http.Post(Path, new { name, subject = "x", body, enabled = false })).Ok;
        (await _admin.Http.Patch($"{Path}/{draft["id"]}", new { enabled = true })).Code.Should().Be(code);
        (await app.Scalar<bool>("select enabled from email_templates where id = $1", (long)draft["id"]!)).Should().BeFalse();
    }

    [Fact]
    public async Task A_name_is_taken_once_whatever_its_case_also_in_a_race()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            _admin.Http.Post(Path, new { name = i % 2 == 0 ? "Twin" : "twin ", subject = "x", body = "y" })));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).Should().Be(1);
        replies.Where(reply => reply.Status != HttpStatusCode.OK).Should().OnlyContain(reply => reply.Code == "email_template.name_taken");
        var other = (await _admin.Http.Post(Path, new { name = "other", subject = "x", body = "y" })).Ok;
        (await _admin.Http.Patch($"{Path}/{other["id"]}", new { name = "TWIN" })).Status.Should().Be(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("""{"subject":"x","body":"y"}""", "name")]
    [InlineData("""{"name":"a\nb","body":"y"}""", "name")]
    [InlineData("""{"name":"nl","subject":"a\r\nBcc: x","body":"y"}""", "subject")]
    public async Task A_bad_field_is_a_400(string body, string field)
    {
        var reply = await _admin.Http.Call(HttpMethod.Post, Path, body);

        reply.ShouldName(field);
    }

    [Fact]
    public async Task Too_long_is_a_400()
    {
        foreach (var body in new object[]
        {
            new { name = new string('n', 65), subject = "x", body = "y" },
            new { name = "long", subject = new string('s', 501), body = "y" },
            new { name = "long", subject = "x", body = new string('b', 100_001) },
        })
        {
            (await _admin.Http.Post(Path, body)).Status.Should().Be(HttpStatusCode.BadRequest);
        }
    }

    [Fact]
    public async Task Each_route_needs_its_own_permission()
    {
        var reader = await app.NewAdmin("email_template.list");

        (await reader.Http.Get(Path)).Status.Should().Be(HttpStatusCode.OK);
        (await reader.Http.Post(Path, new { name = "a" })).Code.Should().Be("auth.permission_denied");
        (await reader.Http.Patch($"{Path}/1", new { name = "a" })).Code.Should().Be("auth.permission_denied");
        (await reader.Http.Delete($"{Path}/1")).Code.Should().Be("auth.permission_denied");
        (await (await app.NewUser()).Http.Get(Path)).Code.Should().Be("auth.admin_required");
        (await _admin.Http.Patch($"{Path}/999999", new { name = "a" })).Status.Should().Be(HttpStatusCode.NotFound);
    }
}
