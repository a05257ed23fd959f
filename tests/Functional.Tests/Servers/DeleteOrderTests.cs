using FluentAssertions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Servers;

public sealed class DeleteOrderTests(Hosting hosting) : IClassFixture<Hosting>
{
    [Fact]
    public async Task A_VPS_keeps_its_order_from_being_deleted_and_goes_with_it_when_forced()
    {
        var admin = await hosting.App.NewAdmin("*");
        var (order, vps) = await hosting.RunningVps(await hosting.App.NewUser());
        var path = $"/admin/api/v1/orders/{order.Value}";

        (await admin.Http.Delete(path)).Code.Should().Be("order.in_use");
        _ = (await admin.Http.Delete($"{path}?force=true")).Ok;

        await Eventually.Become(
            async () => await hosting.App.Scalar<long>("select count(*) from vps where id = $1", vps) == 0, "the host is gone");
        hosting.Upstream.Hosts.Should().BeEmpty("nothing is left upstream that nobody pays for");
        (await hosting.App.Scalar<long>("select count(*) from orders where id = $1", order.Value)).Should().Be(0);
        (await hosting.App.Scalar<long>("select count(*) from outbox_messages where status = 'parked'")).Should().Be(0);
    }
}
