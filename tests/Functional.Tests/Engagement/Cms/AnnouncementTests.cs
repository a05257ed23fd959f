using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Engagement.Notifications;
using VpsPanel.Application.Identity.Installation.Commands;
using VpsPanel.Domain.Engagement.Notifications;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Engagement.Cms;

public sealed class AnnouncementTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private const string Posts = "/admin/api/v1/cms/posts";
    private static int _names;

    private Person _admin = null!;

    public async Task InitializeAsync()
    {
        _admin = await app.Primary();
        await app.Send(new SeedReferenceData());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_announcement_is_told_once_per_publication_and_not_once_per_save()
    {
        var (user, blocked) = (await app.NewUser(), await app.NewUser());
        _ = (await _admin.Http.Patch($"/admin/api/v1/users/{blocked.Id.Value}/status", new { status = "blocked" })).Ok;
        var id = (long)(await NewPost("announcements", "draft"))["id"]!;
        await Delivered();
        (await Told(user, id)).Should().Be(0);

        _ = (await _admin.Http.Patch($"{Posts}/{id}", new { status = "published", title = "Maintenance", summary = "Tonight at ten." })).Ok;
        _ = (await _admin.Http.Patch($"{Posts}/{id}", new { summary = "Tonight at eleven." })).Ok;
        _ = (await _admin.Http.Patch($"{Posts}/{id}", new { status = "published" })).Ok;

        await Delivered();
        (await Told(user, id)).Should().Be(1);
        (await Told(blocked, id)).Should().Be(0);
        var message = (await user.Http.Get("/api/v1/notifications")).Ok["items"]!.AsArray()
            .First(item => (string)item!["title"]! == "Maintenance")!;
        ((string)message["type"]!).Should().Be("announcement");
        ((string)message["content"]!).Should().Be("Tonight at ten.");
        message["read_at"].Should().BeNull();

        _ = (await _admin.Http.Patch($"{Posts}/{id}", new { status = "draft" })).Ok;
        _ = (await _admin.Http.Patch($"{Posts}/{id}", new { status = "published" })).Ok;
        await Delivered();
        (await Told(user, id)).Should().Be(2);
    }

    [Fact]
    public async Task Other_posts_and_hidden_shelves_are_told_to_nobody()
    {
        var user = await app.NewUser();
        var tutorial = (long)(await NewPost("tutorials", "published"))["id"]!;
        var shelf = await Category("announcements", "en-US");
        _ = (await _admin.Http.Patch($"/admin/api/v1/cms/categories/{shelf}", new { visible = false })).Ok;
        var hidden = (long)(await NewPost("announcements", "published", "en-US"))["id"]!;

        await Delivered();
        (await Told(user, tutorial) + await Told(user, hidden)).Should().Be(0);
    }

    [Fact]
    public async Task A_repeated_delivery_reaches_only_those_who_have_not_heard()
    {
        var first = await app.NewUser();
        await Tell("test:repeat");
        var second = await app.NewUser();

        await Tell("test:repeat");

        (await app.Scalar<long>("select count(*) from notifications where user_id = $1", first.Id.Value)).Should().Be(1);
        (await app.Scalar<long>("select count(*) from notifications where user_id = $1", second.Id.Value)).Should().Be(1);
        (await second.Http.Post("/api/v1/notifications/read-all")).Ok["ok"]!.GetValue<bool>().Should().BeTrue();
    }

    private Task<bool> Tell(string cause) => app.Work(async services =>
    {
        await services.GetRequiredService<INotifications>()
            .NotifyEveryone(NotificationType.Announcement, "Hello", new string('x', 5000), cause, default);
        return true;
    });

    private async Task<JsonNode> NewPost(string category, string status, string lang = "zh-CN") => (await _admin.Http.Post(Posts, new
    {
        category_id = await Category(category, lang),
        title = "A post",
        slug = $"announcement-{Interlocked.Increment(ref _names)}",
        status,
        lang,
    })).Ok;

    private Task<long> Category(string key, string lang) =>
        app.Scalar<long>("select id from cms_categories where category_key = $1 and lang = $2", key, lang);

    private Task<long> Told(Person person, long post) =>
        app.Scalar<long>("select count(*) from notifications where user_id = $1 and cause like $2", person.Id.Value, $"post:{post}:%");

    private Task Delivered() =>
        Eventually.Become(async () => await app.Scalar<long>("select count(*) from outbox_messages") == 0, "nothing on its way");
}
