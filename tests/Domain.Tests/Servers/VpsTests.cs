using FluentAssertions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;
using Xunit;

namespace VpsPanel.Domain.Tests.Servers;

public sealed class VpsTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 22, 0, 0, TimeSpan.Zero);

    private static readonly VpsPurchase Plan = new(1, "Hong Kong", 2, 3, 4, "M", 5, "Debian 12", 2, 4, 50, 20, 30, 4990, 1);

    private static readonly PeriodPrice Price = new(new OrderItemId(2), Money.Yuan(4990), 0);

    [Theory]
    [InlineData(0, VpsStatus.Provisioning, false, false)]
    [InlineData(1, VpsStatus.Provisioning, false, false)]
    [InlineData(2, VpsStatus.Running, true, false)]
    [InlineData(3, VpsStatus.Stopped, true, false)]
    [InlineData(4, VpsStatus.Reinstalling, false, false)]
    [InlineData(5, VpsStatus.ReinstallFailed, false, true)]
    [InlineData(10, VpsStatus.Locked, true, false)]
    [InlineData(11, VpsStatus.Unknown, false, true)]
    [InlineData(13, VpsStatus.Provisioning, false, false)]
    [InlineData(-1, VpsStatus.Unknown, false, false)]
    [InlineData(99, VpsStatus.Unknown, false, false)]
    public void The_upstreams_numbers_have_their_meaning(int state, VpsStatus status, bool ready, bool failed)
    {
        UpstreamVpsStates.StatusOf(state).Should().Be(status);
        UpstreamVpsStates.IsReady(state).Should().Be(ready);
        UpstreamVpsStates.IsFailed(state).Should().Be(failed);
    }

    [Fact]
    public void A_calendar_month_is_paid_from_the_moment_the_VPS_is_asked_for()
    {
        var vps = Reserved();
        vps.StartPeriod(Plan, Price, BillingCalendar.Utc, Now);
        vps.ExpireAt.Should().Be(new DateTimeOffset(2026, 2, 28, 22, 0, 0, TimeSpan.Zero));
        vps.Spec.Should().Contain("\"current_period_end\":\"2026-02-28T22:00:00Z\"").And.Contain("\"add_cores\":1");
    }

    [Fact]
    public void The_upstreams_day_does_not_take_hours_from_the_customer_but_another_day_counts()
    {
        var vps = Reserved();
        vps.StartPeriod(Plan, Price, BillingCalendar.Utc, Now);

        vps.Observe(2, new DateOnly(2026, 2, 28), Now);
        vps.ExpireAt!.Value.Hour.Should().Be(22);

        vps.Observe(2, new DateOnly(2026, 3, 5), Now);
        vps.ExpireAt.Should().Be(new DateTimeOffset(2026, 3, 5, 0, 0, 0, TimeSpan.Zero));

        vps.Observe(2, null, Now);
        vps.ExpireAt!.Value.Day.Should().Be(5);
    }

    [Fact]
    public void A_VPS_can_be_used_from_when_it_exists_until_it_expires()
    {
        var vps = Reserved();
        vps.Usable(Now).Error!.Code.Should().Be("vps.not_ready");

        vps.StartPeriod(Plan, Price, BillingCalendar.Utc, Now);
        vps.AttachServer("1001", null, Now);
        vps.Observe(2, null, Now);
        vps.Activate();
        vps.Usable(Now).IsSuccess.Should().BeTrue();
        vps.Usable(vps.ExpireAt!.Value).Error!.Code.Should().Be("vps.expired");

        vps.Observe(10, null, Now);
        vps.Usable(Now).Error!.Code.Should().Be("vps.locked");
    }

    [Fact]
    public void A_spec_that_is_no_object_is_replaced_and_not_fatal()
    {
        var vps = Vps.Reserve(new UserId(1), new OrderItemId(2), Plan, "ecs-1", "not json", "");
        vps.RecordSizes(1, 2, 3, 4);
        vps.Spec.Should().Be("""{"cpu":1,"memory_gb":2,"disk_gb":3,"bandwidth_mbps":4}""");
    }

    [Theory]
    [InlineData("ecs-1", null, null, true)]
    [InlineData("ecs-1", "a", "a", true)]
    [InlineData("ecs-1", "a", null, true)]
    [InlineData("ecs-1", null, "a", true)]
    [InlineData("ecs-1", "a", "b", false)]
    [InlineData("ecs-10", null, null, false)]
    [InlineData("ECS-1", null, null, false)]
    [InlineData("", null, null, false)]
    public void A_machine_is_its_own_by_name_and_by_the_providers_mark_where_both_are_known(string name, string? known, string? seen, bool isOwn)
    {
        var vps = Reserved();
        vps.AttachServer("1001", known, Now);

        vps.IsMachine(name, seen).Should().Be(isOwn);
    }

    [Fact]
    public void A_row_without_a_name_has_no_machine_of_its_own()
    {
        var vps = Vps.Record(new UserId(1), null, "old", Reserved().Terms);
        vps.LinkServer("1001", "", null, Now);

        vps.IsMachine("", null).Should().BeFalse();
    }

    [Fact]
    public void An_identity_is_lost_once_until_the_VPS_is_linked_again()
    {
        var vps = Reserved();
        vps.AttachServer("1001", null, Now);

        vps.LoseIdentity("stranger", Now);
        vps.LoseIdentity("another one", Now.AddHours(1));
        vps.IdentityLostAt.Should().Be(Now);
        vps.IdentityFoundName.Should().Be("stranger");
        vps.PendingEvents.Should().ContainSingle().Which.Should().BeEquivalentTo(new { InstanceId = "1001", HostName = "ecs-1", FoundName = "stranger" });

        vps.LinkServer("2002", "restored", "uuid", Now);
        vps.IdentityLostAt.Should().BeNull();
        vps.Should().BeEquivalentTo(new { AutomationInstanceId = "2002", HostName = "restored", HostUuid = "uuid", IdentityFoundName = (string?)null });
        vps.Name.Should().Be("ecs-1", "a label is nobody's identity");

        vps.LoseIdentity(new string('x', 1000), Now);
        vps.IdentityFoundName.Should().HaveLength(Vps.MaxName);
        vps.UnlinkServer();
        vps.AutomationInstanceId.Should().BeNull();
        vps.IdentityLostAt.Should().BeNull();
        vps.Status.Should().Be(VpsStatus.Unknown);
    }

    private static Vps Reserved() => Vps.Reserve(new UserId(1), new OrderItemId(2), Plan, "ecs-1", """{"add_cores":1}""", "");
}
