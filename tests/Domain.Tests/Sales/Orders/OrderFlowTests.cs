using FluentAssertions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using Xunit;
using static VpsPanel.Domain.Sales.Orders.OrderStatus;

namespace VpsPanel.Domain.Tests.Sales.Orders;

public sealed class OrderFlowTests
{
    public static TheoryData<OrderKind, OrderStatus, OrderMove, ActorKind> Everything()
    {
        var all = new TheoryData<OrderKind, OrderStatus, OrderMove, ActorKind>();
        foreach (var kind in Enum.GetValues<OrderKind>())
            foreach (var status in Enum.GetValues<OrderStatus>())
                foreach (var move in Enum.GetValues<OrderMove>())
                    foreach (var actor in Enum.GetValues<ActorKind>())
                        all.Add(kind, status, move, actor);

        return all;
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Every_status_takes_every_move_of_every_hand_as_the_table_says(
        OrderKind kind, OrderStatus from, OrderMove move, ActorKind by)
    {
        var flow = OrderFlows.Of(kind);
        var row = flow.Rows.SingleOrDefault(row => row.From == from && row.Move == move);

        var next = flow.Next(from, move, by);

        if (row is null)
            next.Error!.Code.Should().Be("flow.illegal_move");
        else if (!row.Who.Contains(by))
            next.Error!.Code.Should().Be("flow.wrong_actor");
        else
            next.Value.Should().Be(row.To);
    }

    /// <summary>The table once more, by hand: a slip in the one is no slip in the other.</summary>
    [Fact]
    public void An_order_of_VPS_ends_where_it_should()
    {
        var ends = Enum.GetValues<OrderStatus>().Where(status => !OrderFlows.Console.Rows.Any(row => row.From == status));

        ends.Should().BeEquivalentTo([Active, Paid, PaymentFailed, Cancelled, PartiallyRefunded, Refunded]);
        OrderFlows.Console.Rows.Where(row => row.From == Canceled).Select(row => row.Move).Should().Equal(OrderMove.Revive);
        OrderFlows.Plan.Rows.Where(row => row.From == Cancelled).Select(row => row.Move).Should().Equal(OrderMove.Revive);
        OrderFlows.Console.Rows.Where(row => row.Move == OrderMove.Approve).Select(row => row.From)
            .Should().BeEquivalentTo([PendingPayment, PendingReview, Rejected]);
        OrderFlows.Console.Rows.Where(row => row.To == Approved && row.Who.Contains(ActorKind.User)).Should()
            .BeEmpty("nobody approves his own order");
    }

    [Fact]
    public void The_flows_share_nothing_but_their_beginning()
    {
        var console = OrderFlows.Console.Rows.SelectMany(row => new[] { row.From, row.To }).ToHashSet();
        var plan = OrderFlows.Plan.Rows.SelectMany(row => new[] { row.From, row.To }).ToHashSet();

        console.Intersect(plan).Should().BeEquivalentTo([Draft, PendingPayment]);
    }
}
