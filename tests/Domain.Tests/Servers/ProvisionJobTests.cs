using FluentAssertions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;
using Xunit;

namespace VpsPanel.Domain.Tests.Servers;

public sealed class ProvisionJobTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Quarantine = TimeSpan.FromSeconds(60);

    private readonly ProvisionJob _job = ProvisionJob.Queue(new OrderId(1), new OrderItemId(2), OrderItemAction.Create, Now);

    [Fact]
    public void Only_the_last_claim_holds_also_after_the_job_was_queued_again()
    {
        _job.Claim(Lease, Now);
        _job.Holds(1).IsSuccess.Should().BeTrue();

        _job.Claim(Lease, Now + Lease);
        _job.Holds(1).Error!.Code.Should().Be("provisioning.claim_lost");

        _job.Finish("timeout");
        _job.Requeue(Now.AddHours(1));
        _job.Claim(Lease, Now.AddHours(1));
        _job.Holds(1).IsSuccess.Should().BeFalse();
        _job.Holds(3).IsSuccess.Should().BeTrue();
    }

    [Fact]
    public void A_VPS_is_asked_for_once_per_quarantine_unless_the_upstream_said_no()
    {
        _job.Claim(Lease, Now);
        _job.SendCreate(Quarantine, Now).IsSuccess.Should().BeTrue();
        _job.SendCreate(Quarantine, Now.AddSeconds(59)).Error!.Code.Should().Be("provisioning.may_still_appear");

        _job.CreateRefused();
        _job.SendCreate(Quarantine, Now.AddSeconds(59)).IsSuccess.Should().BeTrue();

        _job.Claim(Lease, Now.AddSeconds(130));
        _job.SendCreate(Quarantine, Now.AddSeconds(130)).IsSuccess.Should().BeTrue();
    }

    [Fact]
    public void Whoever_lets_the_claim_lapse_may_not_ask_for_the_VPS()
    {
        _job.Claim(Lease, Now);
        _job.SendCreate(Quarantine, Now + Lease).Error!.Code.Should().Be("provisioning.claim_lost");
    }

    [Fact]
    public void A_job_that_nobody_claimed_is_neither_finished_nor_postponed()
    {
        var finish = () => _job.Finish(null);
        var postpone = () => _job.Retry("no", Now);

        finish.Should().Throw<InvalidOperationException>();
        postpone.Should().Throw<InvalidOperationException>();
        _job.Status.Should().Be(ProvisionJobStatus.Pending);
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(6, 5)]
    [InlineData(7, 10)]
    [InlineData(12, 10)]
    [InlineData(13, 15)]
    [InlineData(80, 15)]
    public void The_gaps_between_tries_grow(int attempts, int seconds)
    {
        for (var i = 0; i < attempts; i++)
            _job.Claim(Lease, Now);

        _job.Retry("no", Now);

        _job.NextRunAt.Should().Be(Now.AddSeconds(seconds));
    }
}
