using System.Net;
using FluentAssertions;
using VpsPanel.AutomationSimulator.Hosts;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Servers;

/// <summary>How VPS are written down, corrected and made.</summary>
public sealed partial class AdminVpsTests
{
    [Fact]
    public async Task Rows_are_corrected_and_the_upstream_follows_only_on_demand()
    {
        var vps = await Running();

        var local = (await _admin.Http.Patch($"{Path}/{vps}", new
        {
            cpu = 8, monthly_price = "12.35", spec = new { note = "x" }, package_name = "Special", admin_status = "fraud",
            access_info = new { remote_ip = "192.0.2.7" },
        })).Ok;
        ((int)local["cpu"]!).Should().Be(8);
        ((decimal)local["monthly_price"]!).Should().Be(12.35m);
        ((string)local["spec"]!["note"]!).Should().Be("x");
        ((string)local["package_name"]!).Should().Be("Special");
        ((int)local["memory_gb"]!).Should().Be(4, "it was not mentioned");
        hosting.Upstream.Hosts.Single().Should().BeEquivalentTo(new { State = HostState.Running, Sizes = new { Cpu = 3 } });

        var synced = (await _admin.Http.Patch(
            $"{Path}/{vps}", new { cpu = 6, admin_status = "normal", memory_gb = 4, sync_mode = "automation" })).Ok;
        ((string)synced["access_info"]!["remote_ip"]!).Should().Be("192.0.2.7");
        ((string)synced["access_info"]!["os_password"]!).Should().NotBeEmpty();
        hosting.Upstream.Hosts.Single().Sizes.Cpu.Should().Be(6);
        hosting.Upstream.Calls.Of("elastic_update").Single().Parameters.Should().NotContainKey("memory");
        hosting.Upstream.Calls.Of("unlock").Should().ContainSingle();
        (await _app.Scalar<string>(
            "select string_agg(detail, ' ') from audit_logs where action = 'vps.update' and target_id = $1", $"{vps}"))
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

        refused.ShouldName(field);
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
    public async Task A_VPS_that_exists_is_written_down_with_what_the_upstream_says_of_it()
    {
        await Running();
        var host = hosting.Upstream.Hosts.Single();
        await _app.Scalar<long>(
            "update vps set automation_instance_id = null where automation_instance_id = $1 returning id", $"{host.Id}");

        var recorded = (await _admin.Http.Post(Path, new
        {
            user_id = $"{_owner.Id.Value}", name = "from the old panel", automation_instance_id = host.Id, monthly_price = 20, cpu = 3,
            memory_gb = 4,
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
    public async Task A_purchase_whose_VPS_was_lost_is_made_good_by_a_record()
    {
        var (owner, lost) = await hosting.PaidVps(extraCents: 0);
        var host = hosting.Upstream.Hosts.Single().Id;
        var item = await _app.Scalar<long>("select order_item_id from vps where id = $1", lost);
        var again = new { user_id = owner.Id.Value, name = "found again", order_item_id = item, automation_instance_id = host };
        (await _admin.Http.Post(Path, again)).Code.Should().Be("vps.item_has_host");
        (await _admin.Http.Post(
            Path, new { user_id = _owner.Id.Value, name = "mine", order_item_id = item })).ShouldName("order_item_id");
        await _app.Scalar<long>("delete from vps where id = $1 returning id", lost);

        var found = (await _admin.Http.Post(Path, again)).Ok;

        ((long)found["order_item_id"]!).Should().Be(item);
        (await Post((long)found["id"]!, "delete")).Status.Should().Be(HttpStatusCode.OK);
        (await hosting.Refunded((long)found["id"]!)).Should().Be(Life.Price, "the money of the purchase came along");
    }

    [Fact]
    public async Task Money_that_went_back_for_a_VPS_does_not_go_back_for_its_successor()
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
    public async Task A_record_needs_no_VPS_and_deleting_it_touches_none()
    {
        await Running();
        var recorded = (await _admin.Http.Post(
            Path, new { user_id = _owner.Id.Value, name = hosting.Upstream.Hosts.Single().Name, status = "stopped" })).Ok;
        ((string)recorded["status"]!).Should().Be("stopped");
        ((int)recorded["port_num"]!).Should().Be(30);

        (await Post((long)recorded["id"]!, "resize", new { cpu = 2 })).Code.Should().Be("vps.not_ready");
        (await Post((long)recorded["id"]!, "lock")).Status.Should().Be(HttpStatusCode.OK);
        (await _admin.Http.Patch($"{Path}/{recorded["id"]}/expire-at", new { expire_at = "2030-01-01" })).Status.Should()
            .Be(HttpStatusCode.OK);
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

        refused.ShouldName(field);
    }

    [Fact]
    public async Task An_admin_has_a_VPS_made_for_a_user_under_their_own_name_for_it()
    {
        var until = _app.Clock.GetUtcNow().AddDays(45);
        var made = (await _admin.Http.Post(Path, new
        {
            user_id = _owner.Id.Value, name = "gift", provision = "true", line_id = 1, os = "Debian 12", cpu = 1, memory_gb = 1,
            disk_gb = 20,
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
}
