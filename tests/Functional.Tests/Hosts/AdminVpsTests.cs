using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Hosts;
using VpsPanel.AutomationSimulator.Hosts;
using VpsPanel.AutomationSimulator.Switches;
using VpsPanel.Functional.Tests.Orders;
using VpsPanel.Functional.Tests.Provisioning;
using VpsPanel.Infrastructure.Checks;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Hosts;

/// <summary>What admins do to the hosts of others.</summary>
public sealed class AdminVpsTests(Hosting hosting) : IClassFixture<Hosting>, IAsyncLifetime
{
    private const string Path = "/admin/api/v1/vps";

    private readonly PanelApp _app = hosting.App;
    private Person _admin = null!;
    private Person _owner = null!;

    public async Task InitializeAsync()
    {
        hosting.Upstream.Simulator.Reset();
        await _app.NewAdmin();
        _admin = await _app.NewAdmin("vps.*");
        _owner = await _app.NewUser();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_locked_host_is_the_owners_no_more_until_it_is_unlocked()
    {
        var vps = await Running();

        (await Post(vps, "lock")).Ok["ok"].Should().NotBeNull();
        hosting.Upstream.Hosts.Single().State.Should().Be(HostState.Locked);
        ((string)(await Get(vps))["admin_status"]!).Should().Be("locked");
        ((string)(await Get(vps))["status"]!).Should().Be("locked");
        (await _owner.Http.Post($"/api/v1/vps/{vps}/start")).Code.Should().Be("vps.locked");

        (await Post(vps, "unlock")).Ok["ok"].Should().NotBeNull();
        hosting.Upstream.Hosts.Single().State.Should().Be(HostState.Running);
        ((string)(await Get(vps))["admin_status"]!).Should().Be("normal");
        (await _owner.Http.Post($"/api/v1/vps/{vps}/reboot")).Status.Should().Be(HttpStatusCode.OK);
        (await Audits("vps.lock", vps)).Should().Be(1);
        (await Audits("vps.unlock", vps)).Should().Be(1);
    }

    [Fact]
    public async Task A_judgement_carries_its_reason_and_reaches_the_upstream()
    {
        var vps = await Running();

        (await Post(vps, "status", new { status = "abuse", reason = "spam" })).Ok["ok"].Should().NotBeNull();
        hosting.Upstream.Hosts.Single().State.Should().Be(HostState.Locked);
        ((string)(await Get(vps))["admin_status"]!).Should().Be("abuse");
        (await _app.Scalar<string>("select detail from audit_logs where action = 'vps.admin_status' and target_id = $1", $"{vps}"))
            .Should().Contain("abuse").And.Contain("spam");

        (await Post(vps, "status", new { status = "normal" })).Ok["ok"].Should().NotBeNull();
        hosting.Upstream.Hosts.Single().State.Should().Be(HostState.Running);
        (await Post(vps, "status", new { status = "angry" })).Json["details"]!["status"].Should().NotBeNull();
        (await Post(vps, "status", new { })).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Unlocking_does_not_give_an_expired_host_away()
    {
        var vps = await Running();
        await Post(vps, "lock");
        await _app.Scalar<long>("update vps set expire_at = '2020-01-01' where id = $1 returning id", vps);

        (await Post(vps, "unlock")).Status.Should().Be(HttpStatusCode.OK);

        hosting.Upstream.Calls.Of("unlock").Should().BeEmpty();
        hosting.Upstream.Hosts.Single().State.Should().Be(HostState.Locked);
    }

    [Fact]
    public async Task Sizes_change_upstream_and_here_and_the_rest_of_the_spec_stays()
    {
        var vps = await Running();

        (await Post(vps, "resize", new { cpu = 4, memory_gb = "8", disk_gb = 0, bandwidth_mbps = 0 })).Ok["ok"].Should().NotBeNull();

        hosting.Upstream.Hosts.Single().Sizes.Should().BeEquivalentTo(new { Cpu = 4, Memory = 8, Disk = 50, Bandwidth = 20 });
        var after = await Get(vps);
        ((int)after["cpu"]!).Should().Be(4);
        ((int)after["memory_gb"]!).Should().Be(8);
        ((int)after["disk_gb"]!).Should().Be(50);
        ((int)after["spec"]!["add_cores"]!).Should().Be(1);
        (await Audits("vps.resize", vps)).Should().Be(1);
    }

    [Theory]
    [InlineData("{}", "request.invalid")]
    [InlineData("""{"cpu":0}""", "request.invalid")]
    [InlineData("""{"cpu":-1}""", "request.invalid")]
    [InlineData("""{"disk_gb":49}""", "vps.disk_shrinks")]
    public async Task A_size_that_cannot_be_is_refused(string body, string code)
    {
        var refused = await Post(await Running(), "resize", body);

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        refused.Code.Should().Be(code);
        hosting.Upstream.Calls.Of("elastic_update").Should().BeEmpty();
    }

    [Theory]
    [InlineData("2030-05-06T07:08:09Z", "2030-05-06T07:08:09.000Z")]
    [InlineData("2030-05-06T07:08:09.5+02:00", "2030-05-06T05:08:09.500Z")]
    [InlineData("2030-05-06 07:08:09", "2030-05-06T07:08:09.000Z")]
    [InlineData("2030-05-06", "2030-05-06T00:00:00.000Z")]
    public async Task Time_is_granted_in_every_way_of_writing_it(string written, string meant)
    {
        var vps = await Running();

        var after = (await _admin.Http.Patch($"{Path}/{vps}/expire-at", new { expire_at = written })).Ok;

        ((string)after["expire_at"]!).Should().Be(meant);
        ((string)after["spec"]!["current_period_end"]!).Should().StartWith("202", "what was paid for does not grow by a gift");
        hosting.Upstream.Hosts.Single().ExpiresAt.Date.Should().Be(new DateTime(2030, 5, 6));
        (await Audits("vps.update_expire", vps)).Should().Be(1);
    }

    [Theory]
    [InlineData("""{"expire_at":"soon"}""")]
    [InlineData("""{"expire_at":"1969-12-31"}""")]
    [InlineData("""{"expire_at":"9999-12-31"}""")]
    [InlineData("""{"expire_at":null}""")]
    [InlineData("{}")]
    public async Task A_time_that_is_none_is_refused(string body)
    {
        var vps = await Running();
        var refused = await _admin.Http.Call(HttpMethod.Patch, $"{Path}/{vps}/expire-at", body);

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        refused.Json["details"]!["expire_at"].Should().NotBeNull();
    }

    [Fact]
    public async Task Granted_time_does_not_open_a_host_that_was_locked_for_abuse()
    {
        var vps = await Running();
        await Post(vps, "status", new { status = "abuse" });

        (await _admin.Http.Patch($"{Path}/{vps}/expire-at", new { expire_at = "2030-01-01" })).Status.Should().Be(HttpStatusCode.OK);

        hosting.Upstream.Hosts.Single().State.Should().Be(HostState.Locked);
        ((string)(await Get(vps))["admin_status"]!).Should().Be("abuse");
    }

    [Fact]
    public async Task A_deleted_vps_is_gone_in_both_places_and_its_owner_is_told()
    {
        var vps = await Running();

        (await Post(vps, "delete", new { reason = "asked by mail" })).Ok["ok"].Should().NotBeNull();

        hosting.Upstream.Hosts.Should().BeEmpty();
        (await _owner.Http.Get($"/api/v1/vps/{vps}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await Post(vps, "delete")).Code.Should().Be("vps.not_found");
        (await _app.Scalar<string>("select detail from audit_logs where action = 'vps.delete' and target_id = $1", $"{vps}")).Should().Contain("asked by mail");
        await Eventually.Become(
            async () => (await _owner.Http.Get("/api/v1/notifications")).Ok["items"]!.AsArray().Any(note => (string)note!["type"]! == "vps_destroyed"),
            "the owner was told");
    }

    [Theory]
    [InlineData("true", 0, "pending_review")]
    [InlineData("false", Life.Price, "approved")]
    public async Task The_owner_of_a_deleted_vps_gets_his_money_back(string needsReview, long booked, string status)
    {
        await hosting.Set((RefundSettings.RequiresApproval, needsReview));
        var (owner, vps) = await hosting.PaidVps(extraCents: 0);

        (await Post(vps, "delete", new { reason = "our hardware died" })).Status.Should().Be(HttpStatusCode.OK);

        var refund = (await owner.Http.Get("/api/v1/wallet/orders")).Ok["items"]!.AsArray().Single(order => (string)order!["type"]! == "refund")!;
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
            (await person.Http.Get("/api/v1/wallet/orders")).Ok["items"]!.AsArray().Should().NotContain(order => (string)order!["type"]! == "refund");
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

        (await Post(vps, "emergency-renew")).Ok["id"].Should().NotBeNull();

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
        (await Get(vps))["id"].Should().NotBeNull("the row stays until the host is known to be gone");

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

    [Fact]
    public async Task Rows_are_corrected_and_the_upstream_follows_only_on_demand()
    {
        var vps = await Running();

        var local = (await _admin.Http.Patch($"{Path}/{vps}", new
        {
            cpu = 8, monthly_price = "12.345", spec = new { note = "x" }, package_name = "Special", admin_status = "fraud",
            access_info = new { remote_ip = "192.0.2.7" },
        })).Ok;
        ((int)local["cpu"]!).Should().Be(8);
        ((decimal)local["monthly_price"]!).Should().Be(12.35m);
        ((string)local["spec"]!["note"]!).Should().Be("x");
        ((string)local["package_name"]!).Should().Be("Special");
        ((int)local["memory_gb"]!).Should().Be(4, "it was not mentioned");
        hosting.Upstream.Hosts.Single().Should().BeEquivalentTo(new { State = HostState.Running, Sizes = new { Cpu = 3 } });

        var synced = (await _admin.Http.Patch($"{Path}/{vps}", new { cpu = 6, admin_status = "normal", memory_gb = 4, sync_mode = "automation" })).Ok;
        ((string)synced["access_info"]!["remote_ip"]!).Should().Be("192.0.2.7");
        ((string)synced["access_info"]!["os_password"]!).Should().NotBeEmpty();
        hosting.Upstream.Hosts.Single().Sizes.Cpu.Should().Be(6);
        hosting.Upstream.Calls.Of("elastic_update").Single().Parameters.Should().NotContainKey("memory");
        hosting.Upstream.Calls.Of("unlock").Should().ContainSingle();
        (await _app.Scalar<string>("select string_agg(detail, ' ') from audit_logs where action = 'vps.update' and target_id = $1", $"{vps}"))
            .Should().Contain("automation").And.Contain("12").And.NotContain("192.0.2.7");
    }

    [Theory]
    [InlineData("""{"cpu":-1}""", "cpu")]
    [InlineData("""{"status":"dancing"}""", "status")]
    [InlineData("""{"admin_status":"angry"}""", "admin_status")]
    [InlineData("""{"spec":[1]}""", "spec")]
    [InlineData("""{"monthly_price":-0.01}""", "monthly_price")]
    [InlineData("""{"panel_url_cache":"javascript:alert(1)"}""", "panel_url_cache")]
    [InlineData("""{"package_id":424242}""", "package_id")]
    [InlineData("""{"system_id":424242}""", "system_id")]
    [InlineData("""{"port_num":70000}""", "port_num")]
    [InlineData("""{"sync_mode":"hope"}""", "sync_mode")]
    [InlineData("""{"disk_gb":10,"sync_mode":"automation"}""", "disk_gb")]
    public async Task A_form_that_makes_no_sense_names_its_field(string body, string field)
    {
        var refused = await _admin.Http.Call(HttpMethod.Patch, $"{Path}/{await Running()}", body);

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        refused.Json["details"]![field].Should().NotBeNull(refused.Text);
    }

    [Fact]
    public async Task Texts_that_do_not_fit_their_columns_are_refused()
    {
        var vps = await Running();
        var refused = await _admin.Http.Patch($"{Path}/{vps}", new
        {
            package_name = new string('x', 129), panel_url_cache = "https://x/" + new string('x', 1000),
            access_info = new { remote_ip = new string('1', 129) }, spec = new { x = new string('x', 10_000) },
        });

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        refused.Json["details"]!.AsObject().Select(field => field.Key)
            .Should().BeEquivalentTo("package_name", "panel_url_cache", "access_info", "spec");
    }

    [Fact]
    public async Task A_host_that_exists_is_written_down_with_what_the_upstream_says_of_it()
    {
        await Running();
        var host = hosting.Upstream.Hosts.Single();
        await _app.Scalar<long>("update vps set automation_instance_id = null where automation_instance_id = $1 returning id", $"{host.Id}");

        var recorded = (await _admin.Http.Post(Path, new
        {
            user_id = $"{_owner.Id.Value}", name = "from the old panel", automation_instance_id = host.Id, monthly_price = 20, cpu = 3, memory_gb = 4,
            disk_gb = 50, expire_at = "2031-01-01T00:00:00Z", spec = new { note = "moved" },
        })).Ok;

        ((string)recorded["name"]!).Should().Be("from the old panel");
        ((string)recorded["status"]!).Should().Be("running");
        ((string)recorded["access_info"]!["os_password"]!).Should().Be(host.OsPassword);
        ((long)recorded["order_item_id"]!).Should().Be(0);
        ((string)recorded["spec"]!["note"]!).Should().Be("moved");
        (await Audits("vps.create", (long)recorded["id"]!)).Should().Be(1);
        (await _owner.Http.Post($"/api/v1/vps/{recorded["id"]}/reboot")).Status.Should().Be(HttpStatusCode.OK);

        var twice = await _admin.Http.Post(Path, new { user_id = _owner.Id.Value, name = "again", automation_instance_id = $"{host.Id}" });
        twice.Status.Should().Be(HttpStatusCode.Conflict);
        twice.Code.Should().Be("vps.host_taken");
    }

    [Fact]
    public async Task A_purchase_whose_host_was_lost_is_made_good_by_a_record()
    {
        var (owner, lost) = await hosting.PaidVps(extraCents: 0);
        var host = hosting.Upstream.Hosts.Single().Id;
        var item = await _app.Scalar<long>("select order_item_id from vps where id = $1", lost);
        var again = new { user_id = owner.Id.Value, name = "found again", order_item_id = item, automation_instance_id = host };
        (await _admin.Http.Post(Path, again)).Code.Should().Be("vps.item_has_host");
        (await _admin.Http.Post(Path, new { user_id = _owner.Id.Value, name = "mine", order_item_id = item })).Json["details"]!["order_item_id"]
            .Should().NotBeNull("it is a stranger's purchase");
        await _app.Scalar<long>("delete from vps where id = $1 returning id", lost);

        var found = (await _admin.Http.Post(Path, again)).Ok;

        ((long)found["order_item_id"]!).Should().Be(item);
        (await Post((long)found["id"]!, "delete")).Status.Should().Be(HttpStatusCode.OK);
        (await hosting.Refunded((long)found["id"]!)).Should().Be(Life.Price, "the money of the purchase came along");
    }

    [Fact]
    public async Task Money_that_went_back_for_a_host_does_not_go_back_for_its_successor()
    {
        var (owner, lost) = await hosting.PaidVps();
        await hosting.Settle(owner, (await owner.Do(lost, "renew")).Ok);
        var item = await _app.Scalar<long>("select order_item_id from vps where id = $1", lost);
        (await Post(lost, "delete")).Status.Should().Be(HttpStatusCode.OK);
        var balance = await _app.BalanceOf(owner);
        (await hosting.Refunded(lost)).Should().Be(2 * Life.Price);

        var found = (await _admin.Http.Post(Path, new { user_id = owner.Id.Value, name = "again", order_item_id = item })).Ok;
        (await owner.Do((long)found["id"]!, "refund")).Code.Should().Be("vps.nothing_to_refund");
        (await Post((long)found["id"]!, "delete")).Status.Should().Be(HttpStatusCode.OK);

        (await _app.BalanceOf(owner)).Should().Be(balance);
    }

    [Fact]
    public async Task A_record_needs_no_host_and_deleting_it_touches_none()
    {
        await Running();
        var recorded = (await _admin.Http.Post(Path, new { user_id = _owner.Id.Value, name = hosting.Upstream.Hosts.Single().Name, status = "stopped" })).Ok;
        ((string)recorded["status"]!).Should().Be("stopped");
        ((int)recorded["port_num"]!).Should().Be(30);

        (await Post((long)recorded["id"]!, "resize", new { cpu = 2 })).Code.Should().Be("vps.not_ready");
        (await Post((long)recorded["id"]!, "lock")).Status.Should().Be(HttpStatusCode.OK);
        (await _admin.Http.Patch($"{Path}/{recorded["id"]}/expire-at", new { expire_at = "2030-01-01" })).Status.Should().Be(HttpStatusCode.OK);
        (await Post((long)recorded["id"]!, "delete")).Status.Should().Be(HttpStatusCode.OK);
        hosting.Upstream.Hosts.Should().ContainSingle("a record without a host has no claim to one of the same name");
    }

    [Theory]
    [InlineData("""{"name":"x"}""", "user_id")]
    [InlineData("""{"user_id":424242,"name":"x"}""", "user_id")]
    [InlineData("""{"user_id":1,"name":" "}""", "name")]
    [InlineData("""{"user_id":1,"name":"x","expire_at":"soon"}""", "expire_at")]
    [InlineData("""{"user_id":1,"name":"x","region_id":424242}""", "region_id")]
    [InlineData("""{"user_id":1,"name":"x","order_item_id":424242}""", "order_item_id")]
    [InlineData("""{"user_id":1,"name":"x","automation_instance_id":"../1"}""", "automation_instance_id")]
    [InlineData("""{"user_id":1,"name":"x","admin_status":"angry"}""", "admin_status")]
    [InlineData("""{"user_id":1,"name":"x","provision":true,"line_id":1,"os":"Debian 12","cpu":1,"memory_gb":1,"disk_gb":20}""", "bandwidth_mbps")]
    [InlineData("""{"user_id":1,"name":"x","provision":true,"os":"Debian 12","cpu":1,"memory_gb":1,"disk_gb":20,"bandwidth_mbps":1}""", "line_id")]
    [InlineData("""{"user_id":1,"name":"x","provision":true,"line_id":1,"cpu":1,"memory_gb":1,"disk_gb":20,"bandwidth_mbps":1}""", "os")]
    public async Task A_vps_that_cannot_be_made_names_its_field(string body, string field)
    {
        var refused = await _admin.Http.Post(Path, body);

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        refused.Json["details"]![field].Should().NotBeNull(refused.Text);
    }

    [Fact]
    public async Task An_admin_has_a_host_made_for_a_user_under_his_own_name_for_it()
    {
        var until = _app.Clock.GetUtcNow().AddDays(45);
        var made = (await _admin.Http.Post(Path, new
        {
            user_id = _owner.Id.Value, name = "gift", provision = "true", line_id = 1, os = "Debian 12", cpu = 1, memory_gb = 1, disk_gb = 20,
            bandwidth_mbps = 10, expire_at = until, monthly_price = 19.9,
        })).Ok;
        ((string)made["status"]!).Should().Be("provisioning");
        ((string)made["name"]!).Should().Be("gift");
        (await Post((long)made["id"]!, "delete")).Code.Should().Be("vps.not_ready", "somebody is making it");

        await Eventually.Become(
            async () =>
            {
                _app.Clock.Advance(TimeSpan.FromSeconds(1));
                return (string)(await Get((long)made["id"]!))["status"]! == "running";
            },
            "the gift runs");
        var vps = (await _owner.Http.Get($"/api/v1/vps/{made["id"]}")).Ok;
        ((DateTimeOffset)vps["expire_at"]!).Should().BeCloseTo(until, TimeSpan.FromSeconds(1));
        ((int)vps["port_num"]!).Should().Be(30);
        ((decimal)vps["monthly_price"]!).Should().Be(19.9m);
        var host = hosting.Upstream.Hosts.Single();
        host.Name.Should().StartWith("ecs-");
        var status = await _app.Scalar<string>(
            "select o.status || ' ' || o.approved_by_name || ' ' || o.total_cents from orders o join order_items i on i.order_id = o.id join vps v on v.order_item_id = i.id where v.id = $1",
            (long)made["id"]!);
        status.Should().Be($"active {_admin.Username} 0");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_double_click_makes_one_vps(bool provision)
    {
        var wanted = new
        {
            user_id = _owner.Id.Value, name = "gift", provision, line_id = 1, os = "Debian 12", cpu = 1, memory_gb = 1, disk_gb = 20,
            bandwidth_mbps = 10, monthly_price = 19.9, spec = new { note = "x" }, access_info = new { os_password = "Secret1" },
        };
        var key = Guid.NewGuid().ToString();

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _admin.Http.Post(Path, wanted, key)));

        replies.Select(reply => (long)reply.Ok["id"]!).Distinct().Should().ContainSingle();
        (await _app.Scalar<long>("select count(*) from vps where user_id = $1", _owner.Id.Value)).Should().Be(1);
        (await _admin.Http.Post(Path, new { user_id = _owner.Id.Value, name = "other", provision, line_id = 1, os = "Debian 12", cpu = 1, memory_gb = 1, disk_gb = 20, bandwidth_mbps = 10 }, key))
            .Code.Should().Be("idempotency.mismatch");
    }

    [Fact]
    public async Task What_the_upstream_refuses_is_not_done_here()
    {
        var vps = await Running();
        foreach (var (action, call) in new (string, Func<Task<Reply>>)[]
        {
            ("lock", () => Post(vps, "lock")),
            ("unlock", () => Post(vps, "unlock")),
            ("lock", () => Post(vps, "status", new { status = "fraud" })),
            ("elastic_update", () => Post(vps, "resize", new { cpu = 4 })),
            ("renew", () => _admin.Http.Patch($"{Path}/{vps}/expire-at", new { expire_at = "2030-01-01" })),
            ("delete", () => Post(vps, "delete")),
            ("elastic_update", () => _admin.Http.Patch($"{Path}/{vps}", new { cpu = 4, sync_mode = "automation" })),
        })
        {
            hosting.Upstream.Switches.Add(action, SwitchKind.Fail, times: 1);
            var refused = await call();
            refused.Status.Should().Be(HttpStatusCode.BadGateway, action);
            refused.Code.Should().Be("automation.failed");
        }

        var after = await Get(vps);
        ((string)after["admin_status"]!).Should().Be("normal");
        ((int)after["cpu"]!).Should().Be(3);
        (await _app.Scalar<long>("select count(*) from audit_logs where target_type = 'vps' and target_id = $1", $"{vps}")).Should().Be(0);
    }

    [Fact]
    public async Task A_host_that_is_being_reinstalled_is_left_alone()
    {
        var vps = await Running();
        await _app.Scalar<long>("update vps set status = 'reinstalling' where id = $1 returning id", vps);

        (await Post(vps, "resize", new { cpu = 4 })).Code.Should().Be("vps.busy");
        (await _admin.Http.Patch($"{Path}/{vps}", new { cpu = 4, sync_mode = "automation" })).Code.Should().Be("vps.busy");

        await _app.Scalar<long>("update vps set status = 'provisioning' where id = $1 returning id", vps);
        (await _admin.Http.Patch($"{Path}/{vps}/expire-at", new { expire_at = "2030-01-01" })).Code.Should().Be("vps.not_ready");
    }

    [Fact]
    public async Task Every_route_needs_its_own_permission_and_an_id_that_exists()
    {
        var vps = await Running();
        await hosting.Set((VpsSettings.EmergencyRenewWindowDays, "0"));
        (HttpMethod Method, string Path, object Body, string Needs)[] routes =
        [
            (HttpMethod.Post, "", new { user_id = _owner.Id.Value, name = "x" }, "vps.create"),
            (HttpMethod.Patch, "/{0}", new { cpu = 3 }, "vps.update"),
            (HttpMethod.Post, "/{0}/lock", new { }, "vps.lock"),
            (HttpMethod.Post, "/{0}/unlock", new { }, "vps.unlock"),
            (HttpMethod.Post, "/{0}/status", new { status = "normal" }, "vps.admin_status"),
            (HttpMethod.Post, "/{0}/resize", new { cpu = 4 }, "vps.resize"),
            (HttpMethod.Post, "/{0}/emergency-renew", new { }, "vps.emergency_renew"),
            (HttpMethod.Patch, "/{0}/expire-at", new { expire_at = "2030-01-01" }, "vps.update_expire"),
            (HttpMethod.Post, "/{0}/delete", new { }, "vps.delete"),
        ];
        foreach (var (method, path, body, needs) in routes)
        {
            var others = routes.Select(route => route.Needs).Where(code => code != needs).Append("vps.view").ToArray();
            (await (await _app.NewAdmin(others)).Http.Call(method, Path + string.Format(path, vps), body)).Status
                .Should().Be(HttpStatusCode.Forbidden, needs);
            (await _owner.Http.Call(method, Path + string.Format(path, vps), body)).Status.Should().Be(HttpStatusCode.Forbidden, needs);
            if (path.Length > 0)
                (await _admin.Http.Call(method, Path + string.Format(path, 424242), body)).Code.Should().Be("vps.not_found", needs);
            (await (await _app.NewAdmin(needs)).Http.Call(method, Path + string.Format(path, vps), body)).Status.Should().Be(HttpStatusCode.OK, needs);
            await Eventually.Become(
                async () =>
                {
                    _app.Clock.Advance(TimeSpan.FromSeconds(1));
                    return await hosting.OpenOrders(vps) == 0;
                },
                "nothing is under way");
        }

        await hosting.Set((VpsSettings.EmergencyRenewWindowDays, "7"));
    }

    /// <summary>The hosts of these tests come by orders that nobody with a name approved, and go without a trace; their money must be right.</summary>
    private async Task TheMoneyIsRight()
    {
        foreach (var invariant in _app.Services.GetServices<IInvariant>().Where(one => !one.Name.Contains("upstream") && !one.Name.Contains("approved")))
            (await invariant.Violations(default)).Should().BeEmpty(invariant.Name);
    }

    private async Task<long> Running() => (await hosting.RunningVps(_owner)).Vps;

    private Task<Reply> Post(long vps, string path, object? body = null) => _admin.Http.Post($"{Path}/{vps}/{path}", body);

    private async Task<JsonNode> Get(long vps) => (await _admin.Http.Get($"{Path}/{vps}")).Ok;

    private Task<long> Audits(string action, long vps) =>
        _app.Scalar<long>("select count(*) from audit_logs where action = $1 and target_id = $2", action, $"{vps}");
}
