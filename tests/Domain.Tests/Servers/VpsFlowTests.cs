using FluentAssertions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;
using Xunit;
using static VpsPanel.Domain.Servers.VpsLifecycle;

namespace VpsPanel.Domain.Tests.Servers;

public sealed class VpsFlowTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 22, 0, 0, TimeSpan.Zero);

    private static readonly VpsPurchase Plan = new(1, "Hong Kong", 2, 3, 4, "M", 5, "Debian 12", 2, 4, 50, 20, 30, 4990, 1);

    public static TheoryData<VpsLifecycle, VpsMove, ActorKind> Everything()
    {
        var all = new TheoryData<VpsLifecycle, VpsMove, ActorKind>();
        foreach (var from in Enum.GetValues<VpsLifecycle>())
            foreach (var move in Enum.GetValues<VpsMove>())
                foreach (var by in Enum.GetValues<ActorKind>())
                    all.Add(from, move, by);

        return all;
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Every_stage_takes_every_move_of_every_hand_as_the_table_says(VpsLifecycle from, VpsMove move, ActorKind by)
    {
        var row = VpsFlow.Table.Rows.SingleOrDefault(row => row.From == from && row.Move == move);
        var next = VpsFlow.Table.Next(from, move, by);

        if (row is null)
            next.Error!.Code.Should().Be("flow.illegal_move");
        else if (!row.Who.Contains(by))
            next.Error!.Code.Should().Be("flow.wrong_actor");
        else
            next.Value.Should().Be(row.To);
    }

    /// <summary>The table once more, by hand: a slip in the one is no slip in the other.</summary>
    [Fact]
    public void A_VPS_ends_once_and_only_from_being_lost_does_it_recover()
    {
        Enum.GetValues<VpsLifecycle>().Where(from => VpsFlow.Table.Rows.All(row => row.From != from)).Should().Equal(Terminated);
        VpsFlow.Table.Rows.Where(row => row.Move == VpsMove.Terminate).Select(row => row.From)
            .Should().BeEquivalentTo([Reserved, Provisioning, Active, Suspended, Lost]);
        VpsFlow.Table.Rows.Where(row => row.Move == VpsMove.Recover).Select(row => row.From).Should().Equal(Lost);
        VpsFlow.Table.Rows.Where(row => row.To == Active).Select(row => row.From)
            .Should().BeEquivalentTo([Reserved, Provisioning, Suspended, Lost]);
        VpsFlow.Table.Rows.SelectMany(row => row.Who).Distinct().Should().BeEquivalentTo([ActorKind.System, ActorKind.Admin],
            "an owner asks for a change of their VPS and never moves it");
    }

    [Fact]
    public void A_VPS_is_reserved_made_handed_over_suspended_given_back_and_ended()
    {
        var vps = Vps.Reserve(new UserId(1), new OrderItemId(2), Plan, "ecs-1", "{}", "");
        (vps.Lifecycle, vps.Status).Should().Be((Reserved, VpsStatus.Provisioning));

        vps.Provision();
        vps.StartPeriod(Plan, new PeriodPrice(new OrderItemId(2), Money.Yuan(4990), 0), BillingCalendar.Utc, Now);
        vps.AttachServer("1001", null, Now);
        vps.Observe(2, null, Now);
        (vps.Lifecycle, vps.Status, vps.AutomationState).Should().Be((Provisioning, VpsStatus.Provisioning, 2), "it has not been handed over");

        vps.Activate();
        (vps.Lifecycle, vps.Status).Should().Be((Active, VpsStatus.Running));

        vps.RecordLock();
        (vps.Lifecycle, vps.Status).Should().Be((Suspended, VpsStatus.ExpiredLocked));
        vps.Observe(10, null, Now);
        vps.Status.Should().Be(VpsStatus.ExpiredLocked, "the upstream has one lock for all reasons");
        vps.Observe(2, null, Now);
        (vps.Lifecycle, vps.Status).Should().Be((Active, VpsStatus.Running));

        vps.SetAdminStatus(VpsAdminStatus.Abuse, Now);
        vps.Observe(10, null, Now);
        (vps.Lifecycle, vps.Status).Should().Be((Suspended, VpsStatus.Locked));
        vps.Observe(2, null, Now);
        vps.Lifecycle.Should().Be(Suspended, "an upstream that opens it is no judgement");
        vps.SetAdminStatus(VpsAdminStatus.Normal, vps.ExpireAt!.Value);
        vps.Lifecycle.Should().Be(Suspended, "it has expired meanwhile");
        vps.SetAdminStatus(VpsAdminStatus.Normal, Now);
        vps.Lifecycle.Should().Be(Active);

        vps.Destroy("", ActorKind.Admin);
        vps.Lifecycle.Should().Be(Terminated);
        FluentActions.Invoking(vps.Activate).Should().NotThrow();
        FluentActions.Invoking(() => vps.Terminate(ActorKind.Admin)).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void What_is_lost_recovers_when_it_is_seen_again_or_is_made_anew()
    {
        var vps = Vps.Reserve(new UserId(1), new OrderItemId(2), Plan, "ecs-1", "{}", "");
        vps.Provision();
        vps.MarkLost();
        (vps.Lifecycle, vps.Status).Should().Be((Lost, VpsStatus.Unknown));

        vps.Observe(3, null, Now);
        (vps.Lifecycle, vps.Status).Should().Be((Active, VpsStatus.Stopped));

        vps.Provision();
        vps.Observe(11, null, Now);
        vps.FailBuild();
        (vps.Lifecycle, vps.Status).Should().Be((Lost, VpsStatus.Unknown));

        vps.Provision();
        (vps.Lifecycle, vps.Status).Should().Be((Provisioning, VpsStatus.Provisioning));
    }

    [Fact]
    public void What_has_lost_its_identity_recovers_by_a_link_alone()
    {
        var vps = Vps.Record(new UserId(1), null, "by hand", Vps.Reserve(new UserId(1), new OrderItemId(2), Plan, "x", "{}", "").Terms);
        vps.Lifecycle.Should().Be(Active);
        vps.LinkServer("1001", "web", null, Now);
        vps.LoseIdentity("stranger", Now);
        (vps.Lifecycle, vps.Status).Should().Be((Lost, VpsStatus.Unknown));

        vps.Observe(2, null, Now);
        vps.Lifecycle.Should().Be(Lost);

        vps.LinkServer("2002", "web", null, Now);
        vps.Lifecycle.Should().Be(Active);
        vps.UnlinkServer();
        vps.Lifecycle.Should().Be(Lost);
    }
}
