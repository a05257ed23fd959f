using FluentAssertions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Engagement.Tickets;

public sealed class TicketNoticeTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Fact]
    public async Task The_owner_hears_of_every_reply_of_support_and_of_no_own_one()
    {
        var admin = await app.Primary();
        var owner = await app.NewUser();
        var id = (long)(await owner.Http.Post(
            "/api/v1/tickets", new { subject = "No network", content = "Since noon." })).Ok["ticket"]!["id"]!;
        _ = (await owner.Http.Post($"/api/v1/tickets/{id}/messages", new { content = "Anybody?" })).Ok;

        _ = (await admin.Http.Post($"/admin/api/v1/tickets/{id}/messages", new { content = "We look." })).Ok;
        _ = (await admin.Http.Post($"/admin/api/v1/tickets/{id}/messages", new { content = "Fixed." })).Ok;

        await Eventually.Become(async () => await Messages(owner) == 2, "two messages");
        await Eventually.Become(async () => await app.Scalar<long>("select count(*) from outbox_messages") == 0, "nothing on its way");
        (await Messages(owner)).Should().Be(2);
        (await Messages(admin)).Should().Be(0);
        var message = (await owner.Http.Get("/api/v1/notifications?status=unread")).Ok["items"]![0]!;
        ((string)message["type"]!).Should().Be("ticket_reply");
        ((string)message["content"]!).Should().Contain($"#{id}").And.Contain("No network").And.NotContain("Fixed.");
    }

    private Task<long> Messages(Person person) =>
        app.Scalar<long>("select count(*) from notifications where user_id = $1", person.Id.Value);
}
