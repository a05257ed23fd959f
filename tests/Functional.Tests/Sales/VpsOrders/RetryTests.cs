using System.Net;
using FluentAssertions;
using VpsPanel.Functional.Tests.Engagement.Notifications;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Sales.VpsOrders;

public sealed class RetryTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Fact]
    public async Task Only_a_failed_order_is_tried_again()
    {
        await app.Primary();
        var admin = await app.NewAdmin("order.retry");
        var failed = await app.Provisioned(await app.NewUser(), well: false);
        var done = await app.Provisioned(await app.NewUser());

        (await admin.Http.Post($"/admin/api/v1/orders/{failed.Id.Value}/retry")).Status.Should().Be(HttpStatusCode.OK);
        var refused = await admin.Http.Post($"/admin/api/v1/orders/{done.Id.Value}/retry");

        refused.Status.Should().Be(HttpStatusCode.Conflict);
        refused.Code.Should().Be("flow.illegal_move");
        (await app.StatusOf(failed.Id.Value)).Should().NotBe("failed");
        (await app.Scalar<long>("select count(*) from audit_logs where action = 'order.retry'")).Should().Be(1);
    }
}
