using FluentAssertions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.RealNames;
using Xunit;

namespace VpsPanel.Domain.Tests.Identity.RealNames;

public sealed class RealNameRecordTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_check_without_complaint_verifies()
    {
        var record = Record(null);

        record.Status.Should().Be(RealNameStatus.Verified);
        record.VerifiedAt.Should().Be(Noon);
        record.Reason.Should().BeEmpty();
    }

    [Fact]
    public void A_complaint_is_the_reason_of_the_failure()
    {
        var record = Record("wrong");

        record.Status.Should().Be(RealNameStatus.Failed);
        record.VerifiedAt.Should().BeNull();
        record.Reason.Should().Be("wrong");
    }

    [Fact]
    public void An_admin_overrules_and_saying_the_same_twice_keeps_the_time()
    {
        var record = Record("wrong");

        record.Decide(RealNameStatus.Verified, "seen the passport", Noon.AddHours(1));
        record.Decide(RealNameStatus.Verified, "seen it again", Noon.AddHours(2));
        record.VerifiedAt.Should().Be(Noon.AddHours(1));

        record.Decide(RealNameStatus.Rejected, "forged", Noon.AddHours(3));
        record.VerifiedAt.Should().BeNull();
    }

    [Theory]
    [InlineData(-1, RealNameStatus.Verified)]
    [InlineData(0, RealNameStatus.Reset)]
    [InlineData(1, RealNameStatus.Reset)]
    public void A_change_resets_what_was_verified_before_it(int minutes, RealNameStatus status)
    {
        var record = Record(null);

        record.ResetFor(["phone"], Noon.AddMinutes(minutes));

        record.Status.Should().Be(status);
        (record.VerifiedAt is null).Should().Be(status == RealNameStatus.Reset);
    }

    [Fact]
    public void A_change_leaves_a_failure_as_it_is()
    {
        var record = Record("wrong");

        record.ResetFor(["email"], Noon.AddDays(1));

        record.Status.Should().Be(RealNameStatus.Failed);
        record.Reason.Should().Be("wrong");
    }

    private static RealNameRecord Record(string? complaint) =>
        RealNameRecord.Of(new UserId(1), "张三", new IdNumber("sealed", "1101****002X"), "idcard_cn", complaint, Noon);
}
