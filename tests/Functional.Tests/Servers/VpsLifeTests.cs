using System.Net;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Engagement.Mail;
using VpsPanel.Application.Platform.ScheduledTasks;
using VpsPanel.Application.Servers;
using VpsPanel.AutomationSimulator.Hosts;
using VpsPanel.AutomationSimulator.Switches;
using VpsPanel.Domain.Common;
using VpsPanel.Functional.Tests.Engagement.Mail;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Servers;

/// <summary>
/// What the clock does to a VPS from its purchase to its end. Each test has a service of its own: time only goes forward.
/// </summary>
public sealed class VpsLifeTests : IAsyncLifetime
{
    private readonly Hosting _hosting = new();
    private Person _owner = null!;
    private long _vps;

    private PanelApp App => _hosting.App;

    public async Task InitializeAsync()
    {
        await _hosting.InitializeAsync();
        (_owner, _vps) = await _hosting.PaidVps();
    }

    public Task DisposeAsync() => _hosting.DisposeAsync();

    [Fact]
    public async Task Bought_reminded_expired_locked_and_deleted()
    {
        await _hosting.Set((VpsSettings.AutoDeleteEnabled, "true"));
        await Run("expire_reminder");
        (await Messages("expire")).Should().Be(0, "there is a month to go");

        await UntilBeforeExpiry(TimeSpan.FromDays(6));
        await Run("expire_reminder");
        await Run("expire_reminder");
        await Told("expire", 1);
        App.Clock.Advance(TimeSpan.FromDays(1));
        await Run("expire_reminder");
        (await Messages("expire")).Should().Be(1, "once for this end");
        await Run("vps_expire_lock");
        _hosting.Upstream.Hosts.Single().State.Should().Be(HostState.Running);

        await UntilBeforeExpiry(TimeSpan.FromMinutes(-1));
        await Run("vps_expire_lock");
        _hosting.Upstream.Hosts.Single().State.Should().Be(HostState.Locked);
        (await Status()).Should().Be("expired_locked");
        (await (await SignedIn()).Post($"/api/v1/vps/{_vps}/start")).Code.Should().Be("vps.locked");
        await Run("vps_refresh");
        (await Status()).Should().Be("expired_locked", "the reason of the lock is not lost by looking");
        await Run("vps_expire_lock");
        _hosting.Upstream.Calls.Of("lock").Should().ContainSingle("it is locked already");

        App.Clock.Advance(TimeSpan.FromDays(6));
        await Run("vps_expire_cleanup");
        _hosting.Upstream.Hosts.Should().ContainSingle("seven days are promised");

        App.Clock.Advance(TimeSpan.FromDays(1.1));
        await Run("vps_expire_cleanup");
        _hosting.Upstream.Hosts.Should().BeEmpty();
        (await App.Scalar<long>("select count(*) from vps")).Should().Be(0);
        await Told("vps_destroyed", 1);
        (await App.Scalar<long>("select count(*) from wallet_orders where type = 'refund'")).Should().Be(0, "used time is not refunded");
        (await App.Scalar<long>("select count(*) from audit_logs where actor_kind = 'system' and action in ('vps.lock', 'vps.delete')"))
            .Should().Be(2);
    }

    [Fact]
    public async Task Renewed_after_the_lock_it_is_open_again_and_a_month_longer()
    {
        await UntilBeforeExpiry(TimeSpan.FromDays(-2));
        await Run("expire_reminder");
        await Run("vps_expire_lock");
        (await Status()).Should().Be("expired_locked");
        var owner = _owner with { Http = await SignedIn() };
        var now = App.Clock.GetUtcNow();

        await _hosting.Settle(owner, (await owner.Do(_vps, "renew", new { duration_months = 1 })).Ok);

        (await Expiry()).Should().BeCloseTo(await _hosting.Later(_vps, now), TimeSpan.FromMinutes(10), "nobody pays for the days in which it was locked");
        await Run("vps_expire_lock");
        _hosting.Upstream.Hosts.Single().State.Should().Be(HostState.Running);
        (await owner.Http.Post($"/api/v1/vps/{_vps}/reboot")).Status.Should().Be(HttpStatusCode.OK);
        await UntilBeforeExpiry(TimeSpan.FromDays(1));
        await Run("expire_reminder");
        await Told("expire", 2);
    }

    [Fact]
    public async Task A_vps_whose_renewal_is_under_way_is_not_deleted()
    {
        await _hosting.Set((VpsSettings.AutoDeleteEnabled, "true"));
        await UntilBeforeExpiry(TimeSpan.FromDays(-8));
        var owner = _owner with { Http = await SignedIn() };
        var order = (await owner.Do(_vps, "renew", new { duration_months = 1 })).Ok;

        await Run("vps_expire_cleanup");
        _hosting.Upstream.Hosts.Should().ContainSingle();

        await owner.Http.Post($"/api/v1/orders/{order["id"]}/cancel");
        await Run("vps_expire_cleanup");
        _hosting.Upstream.Hosts.Should().BeEmpty();
    }

    [Fact]
    public async Task Time_that_is_granted_opens_the_lock_and_asks_for_a_reminder_of_its_own()
    {
        await UntilBeforeExpiry(TimeSpan.FromDays(-1));
        await Run("expire_reminder");
        await Told("expire", 1);
        await Run("vps_expire_lock");
        await App.Scalar<long>("update vps set expire_at = expire_at + interval '30 days' where id = $1 returning id", _vps);

        await Run("vps_expire_lock");

        _hosting.Upstream.Hosts.Single().State.Should().Be(HostState.Running);
        (await Status()).Should().Be("running");
        await UntilBeforeExpiry(TimeSpan.FromDays(2));
        await Run("expire_reminder");
        await Told("expire", 2);
    }

    [Fact]
    public async Task A_VPS_that_was_locked_by_a_judgement_or_by_the_upstream_is_not_opened_by_the_clock()
    {
        var admin = await App.NewAdmin();
        (await admin.Http.Post($"/admin/api/v1/vps/{_vps}/status", new { status = "fraud" })).ShouldBeDone();
        await Run("vps_expire_lock");
        _hosting.Upstream.Hosts.Single().State.Should().Be(HostState.Locked);

        await App.Scalar<long>("update vps set admin_status = 'normal' where id = $1 returning id", _vps);
        await Run("vps_expire_lock");
        _hosting.Upstream.Hosts.Single().State.Should().Be(HostState.Locked, "nobody here knows why it was locked");
    }

    [Fact]
    public async Task A_VPS_that_came_open_behind_our_back_is_locked_again()
    {
        await App.Scalar<long>("update vps set admin_status = 'abuse' where id = $1 returning id", _vps);

        await Run("vps_expire_lock");

        _hosting.Upstream.Hosts.Single().State.Should().Be(HostState.Locked);
        (await Status()).Should().Be("locked");
    }

    [Fact]
    public async Task Nothing_is_deleted_unless_the_switch_is_on_and_nothing_that_the_upstream_keeps()
    {
        await UntilBeforeExpiry(TimeSpan.FromDays(-8));
        await Run("vps_expire_cleanup");
        _hosting.Upstream.Hosts.Should().ContainSingle();

        await _hosting.Set((VpsSettings.AutoDeleteEnabled, "true"));
        _hosting.Upstream.Switches.Add("delete", SwitchKind.Fail, times: 1);
        await Run("vps_expire_cleanup");
        (await App.Scalar<long>("select count(*) from vps")).Should().Be(1, "the upstream refused");

        _hosting.Upstream.Switches.Add("delete", SwitchKind.LoseReply, times: 1);
        await Run("vps_expire_cleanup");
        (await App.Scalar<long>("select count(*) from vps")).Should().Be(1, "nobody knows whether the host is gone");

        await Run("vps_expire_cleanup");
        (await App.Scalar<long>("select count(*) from vps")).Should().Be(0);
        _hosting.Upstream.Calls.Of("delete").Should().HaveCount(2, "it had worked the second time");
    }

    [Fact]
    public async Task Two_nodes_remind_once()
    {
        await UntilBeforeExpiry(TimeSpan.FromDays(1));
        var other = App.AddNode();
        var version = await App.Scalar<long>("select row_version from vps where id = $1", _vps);

        await Task.WhenAll(Run("expire_reminder"), Run("expire_reminder", other.Services));

        await Told("expire", 1);
        (await App.Scalar<long>("select row_version from vps where id = $1", _vps)).Should().Be(version + 1, "only one of them wrote");
    }

    [Fact]
    public async Task Reminders_can_be_switched_off()
    {
        await _hosting.Set((VpsSettings.EmailExpireEnabled, "false"));
        await UntilBeforeExpiry(TimeSpan.FromDays(1));

        await Run("expire_reminder");

        (await App.Scalar<long>("select count(*) from vps where reminded_of is not null")).Should().Be(0);
    }

    [Fact]
    public async Task The_reminder_goes_out_as_a_mail_too()
    {
        await using var server = new SmtpServer().Trust();
        await _hosting.Set(
            (SmtpSettings.Host, "127.0.0.1"), (SmtpSettings.Port, $"{server.Port}"), (SmtpSettings.From, "panel@example.com"),
            (SmtpSettings.Enabled, "true"));
        await UntilBeforeExpiry(TimeSpan.FromDays(1));

        await Run("expire_reminder");
        await Run("expire_reminder");

        await Eventually.Become(
            async () =>
                !server.Mails.IsEmpty
                    && await App.Scalar<long>("select count(*) from outbox_messages where reaction like 'mail-vps-owner:%'") == 0,
            "the mail is sent");
        var mail = server.Mails.Should().ContainSingle().Subject;
        mail.To[0].Should().Contain($"{_owner.Username}@example.com");
        mail.Data.Should().Contain($"expires on {await Expiry():yyyy-MM-dd}");
    }

    [Fact]
    public async Task A_broken_invariant_makes_the_nightly_check_a_failed_run()
    {
        await Run("invariant_check");
        App.Errors.Expect("An invariant is broken");

        await App.Scalar<long>("update vps set automation_instance_id = '999999' where id = $1 returning id", _vps);

        var failed = await Outcome("invariant_check");
        failed.Error!.Code.Should().Be("invariant.broken");
        failed.Error.Message.Should().Contain("999999");
    }

    [Fact]
    public async Task Codes_that_nobody_can_use_any_more_are_deleted()
    {
        await App.Anonymous.Get("/api/v1/captcha");
        await Run("log_retention_cleanup");
        (await App.Scalar<long>("select count(*) from captchas")).Should().Be(1);

        App.Clock.Advance(TimeSpan.FromDays(2));
        await Run("log_retention_cleanup");
        (await App.Scalar<long>("select count(*) from captchas")).Should().Be(0);
    }

    private async Task UntilBeforeExpiry(TimeSpan before) => App.Clock.Advance(await Expiry() - before - App.Clock.GetUtcNow());

    private async Task<DateTimeOffset> Expiry() =>
        new(await App.Scalar<DateTime>("select expire_at from vps where id = $1", _vps), TimeSpan.Zero);

    private Task<string> Status() => App.Scalar<string>("select status from vps where id = $1", _vps);

    private Task<long> Messages(string type) => App.Scalar<long>("select count(*) from notifications where type = $1", type);

    private async Task Told(string type, long times)
    {
        await Eventually.Become(async () => await Messages(type) >= times, $"{times} messages of {type}");
        (await Messages(type)).Should().Be(times);
    }

    private async Task Run(string task, IServiceProvider? node = null)
    {
        (await Outcome(task, node)).IsSuccess.Should().BeTrue();
    }

    private async Task<Result> Outcome(string task, IServiceProvider? node = null)
    {
        await using var scope = (node ?? App.Services).CreateAsyncScope();
        var found = scope.ServiceProvider.GetServices<IScheduledTask>().Single(candidate => candidate.Key() == task);
        return await found.RunOnce(default);
    }

    /// <summary>The owner with a fresh token: the old one did not live to see this day.</summary>
    private async Task<HttpClient> SignedIn()
    {
        var login = await App.Anonymous.Post("/api/v1/auth/login", new { username = _owner.Username, password = PanelApp.Password });
        return App.Client((string)login.Ok["access_token"]!);
    }
}
