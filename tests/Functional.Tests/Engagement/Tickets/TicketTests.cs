using System.Net;
using FluentAssertions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Engagement.Tickets;

public sealed class TicketTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private Person _admin = null!;

    public async Task InitializeAsync()
    {
        // The very first admin of a database may do everything, so this class keeps one and lets the others be ordinary.
        if (await app.Scalar<long>("select count(*) from users where is_admin") == 0)
            await app.NewAdmin();

        _admin = await app.NewAdmin("tickets.*");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Opening_answers_the_ticket_with_its_message_and_resources()
    {
        var user = await app.NewUser();

        var body = (await user.Http.Post("/api/v1/tickets", new
        {
            subject = "No network",
            content = "Since noon.",
            resources = new[] { new { resource_type = "vps", resource_id = 12, resource_name = "web-1" } },
        })).Ok;

        ((string)body["ticket"]!["status"]!).Should().Be("open");
        ((long)body["ticket"]!["user_id"]!).Should().Be(user.Id.Value);
        ((int)body["ticket"]!["resource_count"]!).Should().Be(1);
        ((string)body["ticket"]!["last_reply_role"]!).Should().Be("user");
        body["ticket"]!.AsObject().ContainsKey("closed_at").Should().BeFalse();
        ((string)body["messages"]![0]!["sender_name"]!).Should().Be(user.Username);
        ((long)body["messages"]![0]!["ticket_id"]!).Should().Be((long)body["ticket"]!["id"]!);
        ((string)body["resources"]![0]!["resource_name"]!).Should().Be("web-1");

        var read = (await user.Http.Get($"/api/v1/tickets/{(long)body["ticket"]!["id"]!}")).Ok;
        ((long)read["messages"]![0]!["id"]!).Should().Be((long)body["messages"]![0]!["id"]!).And.BePositive();
        ((long)read["resources"]![0]!["id"]!).Should().Be((long)body["resources"]![0]!["id"]!).And.BePositive();
    }

    [Fact]
    public async Task What_is_missing_or_too_long_is_named()
    {
        var user = await app.NewUser();
        var many = Enumerable.Range(0, 21).Select(i => new { resource_type = "vps", resource_id = i, resource_name = "x" });

        (string Field, object Body)[] bad =
        [
            ("subject", new { content = "x" }),
            ("subject", new { subject = "   ", content = "x" }),
            ("subject", new { subject = new string('s', 201), content = "x" }),
            ("content", new { subject = "s" }),
            ("content", new { subject = "s", content = new string('c', 10_001) }),
            ("resources", new { subject = "s", content = "x", resources = many }),
        ];
        foreach (var (field, body) in bad)
        {
            var reply = await user.Http.Post("/api/v1/tickets", body);
            reply.ShouldName(field);
        }

        object[] badResources =
            [new { resource_type = new string('t', 33) }, new { resource_type = "" }, new { resource_type = "vps", resource_id = -1 }];
        foreach (var resource in badResources.Append(null))
            (await user.Http.Post("/api/v1/tickets", new { subject = "s", content = "x", resources = new[] { resource } }))
                .Status.Should().Be(HttpStatusCode.BadRequest);

        (await app.Scalar<long>("select count(*) from tickets where user_id = $1", user.Id.Value)).Should().Be(0);
    }

    [Fact]
    public async Task The_longest_texts_fit()
    {
        var user = await app.NewUser();

        var reply = await user.Http.Post("/api/v1/tickets", new { subject = new string('s', 200), content = new string('漢', 10_000) });

        reply.Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_strangers_ticket_does_not_exist()
    {
        var id = await Open(await app.NewUser());
        var stranger = await app.NewUser();

        Reply[] replies =
        [
            await stranger.Http.Get($"/api/v1/tickets/{id}"),
            await stranger.Http.Post($"/api/v1/tickets/{id}/messages", new { content = "hi" }),
            await stranger.Http.Post($"/api/v1/tickets/{id}/close"),
            await stranger.Http.Get("/api/v1/tickets/987654321"),
        ];

        replies.Should().OnlyContain(reply => reply.Status == HttpStatusCode.NotFound && reply.Code == "ticket.not_found");
        ((long)(await stranger.Http.Get("/api/v1/tickets?status=open&q=x&user_id=1")).Ok["total"]!).Should().Be(0);
    }

    [Fact]
    public async Task Nobody_gets_in_without_a_token()
    {
        (await app.Anonymous.Get("/api/v1/tickets")).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await app.Anonymous.Post("/api/v1/tickets", new { subject = "s", content = "c" })).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_list_shows_own_tickets_by_last_change_and_filters_by_status()
    {
        var user = await app.NewUser();
        await Open(await app.NewUser());
        var (first, second) = (await Open(user), await Open(user));
        _ = (await user.Http.Post($"/api/v1/tickets/{first}/messages", new { content = "news" })).Ok;

        Ids(await user.Http.Get("/api/v1/tickets")).Should().Equal(first, second);

        _ = (await user.Http.Post($"/api/v1/tickets/{second}/close")).Ok;
        Ids(await user.Http.Get("/api/v1/tickets?status=open")).Should().Equal(first);
        Ids(await user.Http.Get("/api/v1/tickets?status=CLOSED")).Should().Equal(second);
        Ids(await user.Http.Get("/api/v1/tickets?status=waiting_user")).Should().BeEmpty();
    }

    [Fact]
    public async Task An_owner_closes_twice_and_cannot_reply_any_more()
    {
        var user = await app.NewUser();
        var id = await Open(user);

        ((bool)(await user.Http.Post($"/api/v1/tickets/{id}/close")).Ok["ok"]!).Should().BeTrue();
        _ = (await user.Http.Post($"/api/v1/tickets/{id}/close")).Ok;
        var reply = await user.Http.Post($"/api/v1/tickets/{id}/messages", new { content = "hello?" });

        reply.Status.Should().Be(HttpStatusCode.Conflict);
        reply.Code.Should().Be("ticket.closed");
    }

    [Fact]
    public async Task Support_replies_under_one_name_also_to_a_closed_ticket()
    {
        var user = await app.NewUser();
        var id = await Open(user);
        _ = (await user.Http.Post($"/api/v1/tickets/{id}/close")).Ok;

        var message = (await _admin.Http.Post($"/admin/api/v1/tickets/{id}/messages", new { content = "Fixed." })).Ok;

        ((string)message["sender_role"]!).Should().Be("admin");
        ((string)message["sender_name"]!).Should().Be("Support").And.NotBe(_admin.Username);
        ((long)message["sender_id"]!).Should().Be(_admin.Id.Value);
        var ticket = (await user.Http.Get($"/api/v1/tickets/{id}")).Ok["ticket"]!;
        ((string)ticket["last_reply_role"]!).Should().Be("admin");
        ((string)ticket["status"]!).Should().Be("closed");
        (await Audits("ticket.reply", id)).Should().Be(1);
    }

    [Fact]
    public async Task Support_shows_the_configured_qq()
    {
        var id = await Open(await app.NewUser());
        var owner = await app.NewAdmin("settings.*");
        _ = (await owner.Http.Patch("/admin/api/v1/settings", new { key = "admin_qq", value = "400800" })).Ok;

        var message = (await _admin.Http.Post($"/admin/api/v1/tickets/{id}/messages", new { content = "Call us." })).Ok;

        ((string)message["sender_qq"]!).Should().Be("400800");
    }

    [Fact]
    public async Task An_admin_changes_subject_and_status()
    {
        var id = await Open(await app.NewUser());

        var waiting = (await _admin.Http.Patch($"/admin/api/v1/tickets/{id}", new { status = "waiting_user" })).Ok;
        ((string)waiting["status"]!).Should().Be("waiting_user");
        ((string)waiting["subject"]!).Should().Be("No network");

        var closed = (await _admin.Http.Patch($"/admin/api/v1/tickets/{id}", new { subject = "Network", status = "closed" })).Ok;
        ((DateTimeOffset)closed["closed_at"]!).Should().BeCloseTo(app.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        ((string)closed["subject"]!).Should().Be("Network");

        var reopened = (await _admin.Http.Patch($"/admin/api/v1/tickets/{id}", new { status = "open" })).Ok;
        reopened.AsObject().ContainsKey("closed_at").Should().BeFalse();
        (await Audits("ticket.update", id)).Should().Be(3);
    }

    [Theory]
    [InlineData("""{"subject":" "}""")]
    [InlineData("""{"status":""}""")]
    [InlineData("""{"status":"lost"}""")]
    [InlineData("""{"status":1}""")]
    public async Task A_change_to_nothing_is_refused(string body)
    {
        var id = await Open(await app.NewUser());

        (await _admin.Http.Call(HttpMethod.Patch, $"/admin/api/v1/tickets/{id}", body)).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_admin_finds_tickets_by_owner_word_and_status()
    {
        var user = await app.NewUser();
        var id = await Open(user, "100% packet_loss");
        await Open(user, "1000 packets lost");
        await Open(await app.NewUser(), "100% packet_loss");

        Ids(await _admin.Http.Get($"/admin/api/v1/tickets?user_id={user.Id.Value}&q=100%25 PACKET_&status=open")).Should().Equal(id);
        ((long)(await _admin.Http.Get("/admin/api/v1/tickets?q=packet_loss")).Ok["total"]!).Should().Be(2);
        (await _admin.Http.Get("/admin/api/v1/tickets?user_id=abc&limit=x&page=y")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_deleted_ticket_leaves_nothing_but_its_audit_row()
    {
        var id = await Open(await app.NewUser());

        _ = (await _admin.Http.Delete($"/admin/api/v1/tickets/{id}")).Ok;

        (await _admin.Http.Get($"/admin/api/v1/tickets/{id}")).Code.Should().Be("ticket.not_found");
        (await _admin.Http.Delete($"/admin/api/v1/tickets/{id}")).Code.Should().Be("ticket.not_found");
        (await _admin.Http.Patch($"/admin/api/v1/tickets/{id}", new { subject = "x" })).Code.Should().Be("ticket.not_found");
        (await _admin.Http.Post($"/admin/api/v1/tickets/{id}/messages", new { content = "x" })).Code.Should().Be("ticket.not_found");
        (await app.Scalar<long>("select count(*) from ticket_messages where ticket_id = $1", id)).Should().Be(0);
        (await Audits("ticket.delete", id)).Should().Be(1);
    }

    [Theory]
    [InlineData("GET", "/admin/api/v1/tickets", "tickets.list")]
    [InlineData("GET", "/admin/api/v1/tickets/1", "tickets.view")]
    [InlineData("PATCH", "/admin/api/v1/tickets/1", "tickets.update")]
    [InlineData("POST", "/admin/api/v1/tickets/1/messages", "tickets.messages")]
    [InlineData("DELETE", "/admin/api/v1/tickets/1", "tickets.delete")]
    public async Task Every_admin_route_has_its_own_permission(string method, string path, string code)
    {
        string[] all = ["tickets.list", "tickets.view", "tickets.update", "tickets.messages", "tickets.delete"];
        var without = await app.NewAdmin([.. all.Except([code])]);
        var user = await app.NewUser();

        (await without.Http.Call(new HttpMethod(method), path, new { })).Code.Should().Be("auth.permission_denied");
        (await user.Http.Call(new HttpMethod(method), path, new { })).Code.Should().Be("auth.admin_required");
    }

    [Fact]
    public async Task Parallel_calls_do_not_open_more_than_fifty()
    {
        var user = await app.NewUser();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            for (var i = 0; i < 8; i++)
                await Open(user);
        }));

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            user.Http.Post("/api/v1/tickets", new { subject = "s", content = "c" })));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).Should().Be(2);
        replies.Where(reply => reply.Status != HttpStatusCode.OK).Should().OnlyContain(reply => reply.Code == "ticket.too_many_open");
        (await app.Scalar<long>("select count(*) from tickets where user_id = $1", user.Id.Value)).Should().Be(50);
    }

    [Fact]
    public async Task Parallel_replies_are_all_kept()
    {
        var user = await app.NewUser();
        var id = await Open(user);

        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(i =>
            (i % 2 == 0 ? user.Http : _admin.Http).Post(
                $"{(i % 2 == 0 ? "" : "/admin")}/api/v1/tickets/{id}/messages", new { content = $"m{i}" })));

        replies.Should().OnlyContain(reply => reply.Status == HttpStatusCode.OK);
        (await app.Scalar<long>("select message_count from tickets where id = $1", id)).Should().Be(11);
        (await app.Scalar<long>("select count(*) from ticket_messages where ticket_id = $1", id)).Should().Be(11);
    }

    private static async Task<long> Open(Person person, string subject = "No network") =>
        (long)(await person.Http.Post("/api/v1/tickets", new { subject, content = "Since noon." })).Ok["ticket"]!["id"]!;

    private static IEnumerable<long> Ids(Reply reply) => reply.Ok["items"]!.AsArray().Select(item => (long)item!["id"]!);

    private Task<long> Audits(string action, long id) => app.Scalar<long>(
        "select count(*) from audit_logs where action = $1 and target_type = 'ticket' and target_id = $2", action, id.ToString());
}
