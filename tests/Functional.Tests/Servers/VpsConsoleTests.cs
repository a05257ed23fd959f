using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Application.Servers;
using VpsPanel.AutomationSimulator.Switches;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Servers;

/// <summary>What an owner does inside and around their host.</summary>
public sealed class VpsConsoleTests(Hosting hosting) : IClassFixture<Hosting>, IAsyncLifetime
{
    private const int Debian = 102;

    private static readonly string[] Lists = ["snapshots", "backups", "firewall", "ports", "ports/candidates"];

    private static readonly (HttpMethod Method, string Path, object? Body, string Action)[] Changes =
    [
        (HttpMethod.Post, "reset-os", new { template_id = Debian }, "reset_os"),
        (HttpMethod.Post, "reset-os-password", new { password = "N3w-password" }, "reset_password"),
        (HttpMethod.Post, "snapshots", null, "snapshot_add"),
        (HttpMethod.Post, "backups", null, "backups_add"),
        (HttpMethod.Post, "firewall", Rule(), "security_acl_add"),
        (HttpMethod.Post, "ports", new { name = "ssh", dport = 22 }, "add_port_host"),
    ];

    private static readonly (HttpMethod Method, string Path)[] PartChanges =
    [
        (HttpMethod.Delete, "snapshots/1"), (HttpMethod.Post, "snapshots/1/restore"), (HttpMethod.Delete, "backups/1"),
        (HttpMethod.Post, "backups/1/restore"), (HttpMethod.Delete, "firewall/1"), (HttpMethod.Delete, "ports/1"),
    ];

    private readonly PanelApp _app = hosting.App;
    private Person _owner = null!;
    private long _vps;

    public async Task InitializeAsync()
    {
        hosting.Upstream.Simulator.Reset();
        await OfferImages();
        _owner = await _app.NewUser();
        (_, _vps) = await hosting.RunningVps(_owner);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_new_system_takes_the_old_password_unless_another_one_is_given()
    {
        var before = hosting.Upstream.Hosts.Single().OsPassword;

        ((bool)(await Post("reset-os", new { template_id = $"{Debian}", host_id = $"{_vps}", password = " " })).Ok["ok"]!).Should()
            .BeTrue();

        hosting.Upstream.Hosts.Single().Should().BeEquivalentTo(new { OsPassword = before, Image = "Debian 12" });
        var vps = (await _owner.Http.Get($"/api/v1/vps/{_vps}")).Ok;
        ((string)vps["status"]!).Should().Be("reinstalling");
        ((int)vps["automation_state"]!).Should().Be(4);

        hosting.Upstream.Simulator.FinishBoots();
        await Post("refresh");
        (await Post("reset-os", new { template_id = Debian, password = "S3cret-of-mine" })).Status.Should().Be(HttpStatusCode.OK);
        (await OsPassword()).Should().Be("S3cret-of-mine");
        hosting.Upstream.Hosts.Single().OsPassword.Should().Be("S3cret-of-mine");
    }

    [Theory]
    [InlineData("""{"template_id":103}""", "vps.template_unknown", "template_id")]
    [InlineData("""{"template_id":104}""", "vps.template_unknown", "template_id")]
    [InlineData("""{"template_id":999}""", "vps.template_unknown", "template_id")]
    [InlineData("""{"password":"x"}""", "request.invalid", "template_id")]
    [InlineData("""{"template_id":"many"}""", "request.invalid_body", "template_id")]
    [InlineData("""{"template_id":102,"host_id":1000000}""", "request.invalid", "host_id")]
    [InlineData("""{"template_id":102,"password":"a\nb"}""", "request.invalid", "password")]
    [InlineData("""{"template_id":102,"password":"a very long password, much longer than any host in the world would ever take"}""", "request.invalid", "password")]
    public async Task Only_an_enabled_image_of_the_line_can_be_installed(string body, string code, string field)
    {
        var refused = await Post("reset-os", body);

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        refused.Code.Should().Be(code);
        refused.ShouldName(field);
        hosting.Upstream.Calls.Of("reset_os").Should().BeEmpty();
    }

    [Fact]
    public async Task A_password_is_changed_and_kept_sealed()
    {
        (await Post("reset-os-password", new { password = "An0ther-one" })).ShouldBeDone();

        hosting.Upstream.Hosts.Single().OsPassword.Should().Be("An0ther-one");
        (await OsPassword()).Should().Be("An0ther-one");
        (await _app.Scalar<string>("select sealed_access from vps where id = $1", _vps)).Should().NotContain("An0ther-one");
    }

    [Theory]
    [InlineData("a")]
    [InlineData("root")]
    [InlineData(" ")]
    [InlineData("Pässw0rd!")]
    [InlineData("密码Passw0rd")]
    [InlineData("no-capitals-1")]
    [InlineData("Has a blank1")]
    public async Task A_password_that_images_refuse_is_refused_at_every_door(string password)
    {
        var admin = await _app.NewAdmin("vps.*");
        var doors = new Dictionary<string, Reply>
        {
            ["password"] = await Post("reset-os-password", new { password }),
        };
        if (!string.IsNullOrWhiteSpace(password))
        {
            doors["password "] = await Post("reset-os", new { template_id = Debian, password });
            doors["access_info.os_password"] = await admin.Http.Patch($"/admin/api/v1/vps/{_vps}", new { access_info = new { os_password = password } });
            doors["access_info.os_password "] = await admin.Http.Post(
                "/admin/api/v1/vps", new { user_id = _owner.Id.Value, name = "old", access_info = new { os_password = password } });
        }

        foreach (var (field, reply) in doors)
        {
            reply.ShouldName(field.Trim());
            reply.Text.Should().Contain(VpsPanel.Domain.Servers.OsPassword.Rule);
        }

        hosting.Upstream.Calls.Of("reset_os").Should().BeEmpty();
        hosting.Upstream.Calls.Of("reset_password").Should().BeEmpty();
    }

    [Fact]
    public async Task A_password_that_the_upstream_gave_and_images_refuse_is_not_sent_back()
    {
        await _app.Work(async services =>
        {
            var vps = (await services.GetRequiredService<IVpsRepository>().FindForUpdate(new VpsId(_vps), default))!;
            var credentials = services.GetRequiredService<VpsCredentialProtector>();
            vps.SetAccess(credentials.Protect(credentials.Unprotect(vps.SealedAccess) with { OsPassword = "root" }));
            return true;
        });

        (await Post("reset-os", new { template_id = Debian })).ShouldName("password");
        hosting.Upstream.Calls.Of("reset_os").Should().BeEmpty();
    }

    [Fact]
    public void Passwords_made_for_new_VPS_follow_the_rule() =>
        Enumerable.Range(
            0,
            200).Select(
                _ => VpsPasswords.New().OsPassword).Should().OnlyContain(password => VpsPanel.Domain.Servers.OsPassword.IsValid(password));

    [Theory]
    [InlineData("snapshots", "snapshot")]
    [InlineData("backups", "backup")]
    public async Task Copies_are_made_restored_and_thrown_away(string route, string word)
    {
        (await Post(route)).Status.Should().Be(HttpStatusCode.OK);
        var copy = (await Data(route)).Single()!;
        ((string)copy["name"]!).Should().StartWith(word);

        (await Post($"{route}/{copy["id"]}/restore")).Status.Should().Be(HttpStatusCode.OK);
        (await Delete($"{route}/{copy["id"]}")).Status.Should().Be(HttpStatusCode.OK);
        (await Data(route)).Should().BeEmpty();
        (await Delete($"{route}/{copy["id"]}")).Code.Should().Be("vps.part_not_found");
        (await Delete($"{route}/{new string('9', 65)}")).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Rules_come_and_go()
    {
        (await Post("firewall", Rule(port: 8080))).Status.Should().Be(HttpStatusCode.OK);
        (await Post("firewall", Rule(protocol: "TCP", port: "80-90, 443", ip: "2001:db8::/32"))).Status.Should().Be(HttpStatusCode.OK);
        (await Post("firewall", Rule(ip: "::ffff:192.0.2.0/120"))).Status.Should().Be(HttpStatusCode.OK);

        var rules = await Data("firewall");
        rules.Should().HaveCount(3);
        ((string)rules[2]!["ip"]!).Should().Be("192.0.2.0/24", "IPv6 only spells it");
        ((string)rules[0]!["port"]!).Should().Be("8080");
        ((string)rules[1]!["port"]!).Should().Be("80-90,443");
        (await Delete($"firewall/{rules[0]!["id"]}")).Status.Should().Be(HttpStatusCode.OK);
        (await Data("firewall")).Should().HaveCount(2);
    }

    [Theory]
    [InlineData("sideways", "tcp", "accept", "80", "192.0.2.1", "direction")]
    [InlineData("in", "tcp;reboot", "accept", "80", "192.0.2.1", "protocol")]
    [InlineData("in", "tcp", "", "80", "192.0.2.1", "method")]
    [InlineData("in", "tcp", "accept", "0", "192.0.2.1", "port")]
    [InlineData("in", "tcp", "accept", "65536", "192.0.2.1", "port")]
    [InlineData("in", "tcp", "accept", "90-80", "192.0.2.1", "port")]
    [InlineData("in", "tcp", "accept", "", "192.0.2.1", "port")]
    [InlineData("in", "tcp", "accept", "80", "192.0.2.0/33", "ip")]
    [InlineData("in", "tcp", "accept", "80", "1.2", "ip")]
    [InlineData("in", "tcp", "accept", "80", "example.com", "ip")]
    [InlineData("in", "tcp", "accept", "80", "::1%eth0", "ip")]
    [InlineData("in", "tcp", "accept", "80", "010.0.0.1", "ip")]
    [InlineData("in", "tcp", "accept", "80", "10.0.0.0/08", "ip")]
    [InlineData("in", "tcp", "accept", "80", "10.0.0.1/8", "ip")]
    [InlineData("in", "tcp", "accept", "80", "[::1]:80", "ip")]
    [InlineData("in", "tcp", "accept", "080", "192.0.2.1", "port")]
    [InlineData("in", "tcp", "accept", "80-090", "192.0.2.1", "port")]
    public async Task A_rule_that_makes_no_sense_never_reaches_the_upstream(
        string direction, string protocol, string method, string port, string ip, string field)
    {
        var refused = await Post("firewall", new { direction, protocol, method, port, ip });

        refused.ShouldName(field);
        hosting.Upstream.Calls.Of("security_acl_add").Should().BeEmpty();
    }

    [Fact]
    public async Task Ports_are_found_mapped_and_freed()
    {
        var free = (await _owner.Http.Get($"/api/v1/vps/{_vps}/ports/candidates?keywords=220")).Ok["data"]!.AsArray();
        free.Should().NotBeEmpty().And.OnlyContain(port => $"{port}".Contains("220"));

        (await Post("ports", new { name = "ssh", sport = (int)free[0]!, dport = "22" })).Status.Should().Be(HttpStatusCode.OK);
        (await Post("ports", new { name = "web", sport = "", dport = 80 })).Status.Should().Be(HttpStatusCode.OK);
        var mapped = await Data("ports");
        mapped.Should().HaveCount(2);
        ((int)mapped[0]!["sport"]!).Should().Be((int)free[0]!);

        (await Delete($"ports/{mapped[0]!["id"]}")).Status.Should().Be(HttpStatusCode.OK);
        (await Data("ports")).Should().ContainSingle();
        (await _owner.Http.Get($"/api/v1/vps/{_vps}/ports/candidates?keywords=ssh")).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("""{"name":"x"}""", "dport")]
    [InlineData("""{"dport":0}""", "dport")]
    [InlineData("""{"dport":65536}""", "dport")]
    [InlineData("""{"dport":"ssh"}""", "dport")]
    [InlineData("""{"dport":22,"sport":70000}""", "sport")]
    [InlineData("""{"dport":22,"sport":"-1"}""", "sport")]
    [InlineData("""{"dport":22,"sport":"022"}""", "sport")]
    public async Task A_mapping_needs_ports_that_exist(string body, string field)
    {
        var refused = await Post("ports", body);

        refused.ShouldName(field);
    }

    [Fact]
    public async Task A_stranger_finds_nothing_and_reaches_nothing()
    {
        await Post("snapshots");
        var copy = (await Data("snapshots")).Single()!["id"];
        var stranger = await _app.NewUser();
        var (_, own) = await hosting.RunningVps(stranger);

        foreach (var path in Lists)
            (await stranger.Http.Get($"/api/v1/vps/{_vps}/{path}")).Status.Should().Be(HttpStatusCode.NotFound, path);
        foreach (var (method, path, body, _) in Changes)
            (await stranger.Http.Call(method, $"/api/v1/vps/{_vps}/{path}", body)).Status.Should().Be(HttpStatusCode.NotFound, path);
        foreach (var (method, path) in PartChanges)
            (await stranger.Http.Call(method, $"/api/v1/vps/{_vps}/{path}")).Code.Should().Be("vps.not_found", path);

        (await stranger.Http.Delete($"/api/v1/vps/{own}/snapshots/{copy}")).Code.Should().Be("vps.part_not_found");
        hosting.Upstream.Calls.Of("snapshot_del").Should().BeEmpty("the upstream is not trusted to tell the copies of two customers apart");
        (await Data("snapshots")).Should().ContainSingle();
    }

    [Fact]
    public async Task A_VPS_in_the_middle_of_something_can_be_looked_at_and_not_changed()
    {
        await _app.Scalar<long>("update vps set status = 'reinstalling' where id = $1 returning id", _vps);

        foreach (var path in Lists)
            (await _owner.Http.Get($"/api/v1/vps/{_vps}/{path}")).Status.Should().Be(HttpStatusCode.OK, path);
        await EveryChangeIs("vps.busy");

        await _app.Scalar<long>("update vps set status = 'provisioning' where id = $1 returning id", _vps);
        await EveryChangeIs("vps.not_ready");
    }

    [Theory]
    [InlineData("admin_status = 'fraud'", "vps.locked")]
    [InlineData("status = 'expired_locked'", "vps.locked")]
    [InlineData("expire_at = '2020-01-01'", "vps.expired")]
    [InlineData("automation_instance_id = null", "vps.not_ready")]
    public async Task A_suspended_VPS_cannot_be_touched(string suspended, string code)
    {
        await _app.Scalar<long>($"update vps set {suspended} where id = $1 returning id", _vps);

        foreach (var path in Lists)
            (await _owner.Http.Get($"/api/v1/vps/{_vps}/{path}")).Code.Should().Be(code, path);
        await EveryChangeIs(code);
    }

    [Fact]
    public async Task An_upstream_that_refuses_is_a_bad_gateway_and_changes_nothing()
    {
        foreach (var (method, path, body, action) in Changes)
        {
            hosting.Upstream.Switches.Add(action, SwitchKind.Fail, times: 1);
            var refused = await _owner.Http.Call(method, $"/api/v1/vps/{_vps}/{path}", body);
            refused.Status.Should().Be(HttpStatusCode.BadGateway, path);
            refused.Code.Should().Be("automation.failed");
        }

        hosting.Upstream.Switches.Add("*", SwitchKind.Garbage);
        foreach (var path in Lists)
            (await _owner.Http.Get($"/api/v1/vps/{_vps}/{path}")).Code.Should().Be("automation.garbage", path);
        foreach (var (method, path) in PartChanges)
            (await _owner.Http.Call(method, $"/api/v1/vps/{_vps}/{path}")).Status.Should().Be(HttpStatusCode.BadGateway, path);

        ((string)(await _owner.Http.Get($"/api/v1/vps/{_vps}")).Ok["status"]!).Should().Be("running");
    }

    private async Task EveryChangeIs(string code)
    {
        foreach (var (method, path, body, _) in Changes)
            (await _owner.Http.Call(method, $"/api/v1/vps/{_vps}/{path}", body)).Code.Should().Be(code, path);
        foreach (var (method, path) in PartChanges)
            (await _owner.Http.Call(method, $"/api/v1/vps/{_vps}/{path}")).Code.Should().Be(code, path);
    }

    private Task<Reply> Post(string path, object? body = null) => _owner.Http.Post($"/api/v1/vps/{_vps}/{path}", body);

    private Task<Reply> Delete(string path) => _owner.Http.Delete($"/api/v1/vps/{_vps}/{path}");

    private async Task<JsonArray> Data(string path) => (await _owner.Http.Get($"/api/v1/vps/{_vps}/{path}")).Ok["data"]!.AsArray();

    private async Task<string> OsPassword()
    {
        hosting.Upstream.Simulator.FinishBoots();
        return (string)(await Post("refresh")).Ok["access_info"]!["os_password"]!;
    }

    private static object Rule(string direction = "in", string protocol = "tcp", object? port = null, string ip = "192.0.2.0/24") =>
        new { direction, protocol, method = "accept", port = port ?? "443", ip };

    /// <summary>Debian on the line of the VPS, Windows there but switched off, Ubuntu elsewhere.</summary>
    private Task<bool> OfferImages() => _app.Work(async services =>
    {
        var images = services.GetRequiredService<ISystemImages>();
        foreach (var (imageId, name, line, enabled) in new[] { (Debian, "Debian 12", 1, true), (103, "Windows", 1, false), (104, "Ubuntu", 3, true) })
        {
            if (await images.FindByImage(imageId, default) is not null)
                continue;

            var image = SystemImage.Create(new SystemImageTerms(imageId, name, SystemImageType.Linux, enabled)).Value;
            image.OfferOn(line);
            await images.Add(image, default);
        }

        return true;
    });
}
