using System.Net;
using FluentAssertions;
using VpsPanel.Application.Servers;
using VpsPanel.AutomationSimulator.Switches;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Servers;

/// <summary>How VPS go, and the money with them.</summary>
public sealed partial class AdminVpsTests
{
    [Fact]
    public async Task A_deleted_vps_is_gone_in_both_places_and_its_owner_is_told()
    {
        var vps = await Running();

        (await Post(vps, "delete", new { reason = "asked by mail" })).ShouldBeDone();

        hosting.Upstream.Hosts.Should().BeEmpty();
        (await _owner.Http.Get($"/api/v1/vps/{vps}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await Post(vps, "delete")).Code.Should().Be("vps.not_found");
        (await _app.Scalar<string>("select detail from audit_logs where action = 'vps.delete' and target_id = $1", $"{vps}")).Should()
            .Contain("asked by mail");
        await Eventually.Become(
            async () =>
                (await _owner.Http.Get("/api/v1/notifications")).Ok["items"]!.AsArray()
                    .Any(note => (string)note!["type"]! == "vps_destroyed"),
            "the owner was told");
    }

    [Theory]
    [InlineData("true", 0, "pending_review")]
    [InlineData("false", Life.Price, "approved")]
    public async Task The_owner_of_a_deleted_vps_gets_their_money_back(string needsReview, long booked, string status)
    {
        await hosting.Set((RefundSettings.RequiresApproval, needsReview));
        var (owner, vps) = await hosting.PaidVps(extraCents: 0);

        (await Post(vps, "delete", new { reason = "our hardware died" })).Status.Should().Be(HttpStatusCode.OK);

        var refund = (await owner.Http.Get("/api/v1/wallet/orders")).Ok["items"]!.AsArray()
            .Single(order => (string)order!["type"]! == "refund")!;
        ((decimal)refund["amount"]!).Should().Be(Life.Price / 100m, "it ran for less than a day");
        ((string)refund["status"]!).Should().Be(status);
        ((long)refund["meta"]!["vps_id"]!).Should().Be(vps);
        ((decimal)(await owner.Http.Get("/api/v1/wallet")).Ok["wallet"]!["balance"]!).Should().Be(booked / 100m);
        (await _app.Scalar<string>("select detail from audit_logs where action = 'vps.delete' and target_id = $1", $"{vps}"))
            .Should().Contain($"{Life.Price}");

        if (booked == 0)
        {
            _ = (await (await _app.NewAdmin("*")).Http.Post($"/admin/api/v1/wallet/orders/{refund["id"]}/approve")).Ok;
            ((decimal)(await owner.Http.Get("/api/v1/wallet")).Ok["wallet"]!["balance"]!).Should().Be(Life.Price / 100m);
        }

        await TheMoneyIsRight();
        await hosting.Set((RefundSettings.RequiresApproval, "true"));
    }

    [Fact]
    public async Task Nothing_is_refunded_when_that_is_switched_off_or_nothing_was_paid()
    {
        await hosting.Set((RefundSettings.OnAdminDelete, "false"));
        var (owner, vps) = await hosting.PaidVps(extraCents: 0);
        (await Post(vps, "delete")).Status.Should().Be(HttpStatusCode.OK);
        await hosting.Set((RefundSettings.OnAdminDelete, "true"));
        (await Post(await Running(), "delete")).Status.Should().Be(HttpStatusCode.OK);

        foreach (var person in (Person[])[owner, _owner])
            (await person.Http.Get("/api/v1/wallet/orders")).Ok["items"]!.AsArray().Should()
                .NotContain(order => (string)order!["type"]! == "refund");
    }

    [Fact]
    public async Task Parallel_deletes_refund_once()
    {
        var (_, vps) = await hosting.PaidVps(extraCents: 0);

        var replies = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Post(vps, "delete")));

        replies.Should().ContainSingle(reply => reply.Status == HttpStatusCode.OK);
        (await hosting.Refunded(vps)).Should().Be(Life.Price);
        await TheMoneyIsRight();
    }

    [Fact]
    public async Task What_its_owner_has_ordered_for_a_vps_comes_first()
    {
        var (owner, vps) = await hosting.PaidVps();
        _ = (await owner.Do(vps, "renew", new { duration_months = 1 })).Ok;

        (await Post(vps, "delete")).Code.Should().Be("vps.change_pending");
        (await Post(vps, "resize", new { cpu = 8 })).Code.Should().Be("vps.change_pending");
        (await Post(vps, "emergency-renew")).Code.Should().Be("vps.change_pending");
        hosting.Upstream.Hosts.Should().ContainSingle();
    }

    [Fact]
    public async Task An_admin_extends_in_an_emergency_on_the_terms_of_the_owner()
    {
        var vps = await Running();
        (await Post(vps, "emergency-renew")).Code.Should().Be("vps.not_in_emergency");
        await _app.Change("vps", $"expire_at = '{_app.Clock.GetUtcNow().AddDays(3):O}'", "id", vps);
        var before = await hosting.ExpiryOf(vps);

        ((long)(await Post(vps, "emergency-renew")).Ok["id"]!).Should().Be(vps);

        await Eventually.Become(
            async () =>
            {
                _app.Clock.Advance(TimeSpan.FromSeconds(1));
                return await hosting.ExpiryOf(vps) == before.AddDays(1);
            },
            "a day was added");
        (await Post(vps, "emergency-renew")).Code.Should().Be("vps.emergency_renewed_before");
        (await Audits("vps.emergency_renew", vps)).Should().Be(1);
    }

    [Fact]
    public async Task A_delete_whose_answer_was_lost_is_finished_by_the_next_one()
    {
        var vps = await Running();
        hosting.Upstream.Switches.Add("delete", SwitchKind.LoseReply, times: 1);

        (await Post(vps, "delete")).Status.Should().Be(HttpStatusCode.BadGateway);
        ((long)(await Get(vps))["id"]!).Should().Be(vps, "the row stays until the host is known to be gone");

        (await Post(vps, "delete")).Status.Should().Be(HttpStatusCode.OK);
        (await _app.Scalar<long>("select count(*) from vps where id = $1", vps)).Should().Be(0);
    }

    [Fact]
    public async Task Parallel_deletes_delete_once()
    {
        var vps = await Running();

        var replies = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Post(vps, "delete")));

        replies.Should().ContainSingle(reply => reply.Status == HttpStatusCode.OK);
        (await Audits("vps.delete", vps)).Should().Be(1);
    }
}
