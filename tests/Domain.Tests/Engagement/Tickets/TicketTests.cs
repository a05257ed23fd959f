using FluentAssertions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Tickets;
using Xunit;

namespace VpsPanel.Domain.Tests.Engagement.Tickets;

public sealed class TicketTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly TicketSender Customer = new(TicketRole.User, new UserId(7), "ann", "10001");
    private static readonly TicketSender Support = TicketSender.Support(new UserId(1), "400800");

    [Fact]
    public void Opening_writes_the_first_message_and_says_so()
    {
        var ticket = Open();

        ticket.Status.Should().Be(TicketStatus.Open);
        ticket.Messages.Should().ContainSingle().Which.SenderName.Should().Be("ann");
        ticket.LastReplyRole.Should().Be(TicketRole.User);
        ticket.PendingEvents.Should().Equal(new TicketOpened(new UserId(7), "No network"));
    }

    [Fact]
    public void A_reply_never_changes_the_status()
    {
        var ticket = Open();
        ticket.Change("No network", TicketStatus.WaitingUser, Now);

        ticket.Reply(Customer, "still", Now.AddHours(1)).IsSuccess.Should().BeTrue();

        ticket.Status.Should().Be(TicketStatus.WaitingUser);
        ticket.LastReplyAt.Should().Be(Now.AddHours(1));
    }

    [Fact]
    public void Only_support_writes_into_a_closed_ticket()
    {
        var ticket = Open();
        ticket.Close(Now);

        ticket.Reply(Customer, "wait", Now).Error!.Code.Should().Be("ticket.closed");
        ticket.Reply(Support, "one more thing", Now).IsSuccess.Should().BeTrue();
        ticket.Status.Should().Be(TicketStatus.Closed);
    }

    [Fact]
    public void Closing_twice_happens_once_and_keeps_the_first_time()
    {
        var ticket = Open();

        ticket.Close(Now);
        ticket.Close(Now.AddDays(1));

        ticket.ClosedAt.Should().Be(Now);
        ticket.PendingEvents.OfType<TicketClosed>().Should().ContainSingle();
    }

    [Fact]
    public void Any_other_status_reopens()
    {
        var ticket = Open();
        ticket.Close(Now);

        ticket.Change("No network", TicketStatus.WaitingUser, Now);

        ticket.ClosedAt.Should().BeNull();
    }

    [Fact]
    public void A_ticket_has_room_for_a_thousand_messages()
    {
        var ticket = Open();
        for (var i = 1; i < Ticket.MaxMessages; i++)
            ticket.Reply(Customer, "again", Now).IsSuccess.Should().BeTrue();

        ticket.Reply(Customer, "again", Now).Error!.Code.Should().Be("ticket.full");
    }

    private static Ticket Open() => Ticket.Open(new UserId(7), " No network ", Customer, "since noon", [], Now);
}
