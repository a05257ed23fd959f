using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace VpsPanel.Functional.Tests.Simulator;

public sealed class HostExtrasTests : SimulatorFixture
{
    [Theory]
    [InlineData("snapshot")]
    [InlineData("backups")]
    public async Task Copies_are_made_listed_restored_and_removed(string kind)
    {
        var id = await RunningHost();
        await Client.Post($"{kind}_add", ("host_id", id));

        var copy = (await Copies(kind, id)).Should().ContainSingle().Subject!;
        ((string)copy["name"]!).Should().NotBeEmpty();
        var fields = new (string, object)[] { ("host_id", id), ("id", (long)copy["id"]!) };
        ((int)(await Client.Post($"{kind}_restore", fields))["code"]!).Should().Be(1);
        ((int)(await Client.Post($"{kind}_del", fields))["code"]!).Should().Be(1);
        ((int)(await Client.Post($"{kind}_del", fields))["code"]!).Should().Be(0);
        (await Copies(kind, id)).Should().BeEmpty();
    }

    [Fact]
    public async Task Firewall_rules_are_added_listed_and_removed()
    {
        var id = await RunningHost();
        await Client.Post("security_acl_add", ("host_id", id), ("hostid", id),
            ("direction", "in"), ("protocol", "tcp"), ("method", "accept"), ("port", "443"), ("ip", "0.0.0.0/0"));

        var rule = (await Rows("security_acl_list", id)).Should().ContainSingle().Subject!;
        ((string)rule["port"]!).Should().Be("443");
        await Client.Post("security_acl_del", ("host_id", id), ("hostid", id), ("id", (long)rule["id"]!));
        (await Rows("security_acl_list", id)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_mapped_port_is_no_longer_free_and_the_bound_of_the_host_holds()
    {
        var id = await RunningHost();
        var free = (await Client.Get("findport", ("host_id", id), ("hostid", id), ("keywords", "220")))["content"]!.AsArray();
        free.Should().HaveCount(10).And.OnlyContain(port => $"{port}".Contains("220"));

        ((int)(await Map(id, (int)free[0]!))["code"]!).Should().Be(1);
        ((int)(await Map(id, (int)free[0]!))["code"]!).Should().Be(0, "the port is taken");
        ((int)(await Map(id, (int)free[1]!))["code"]!).Should().Be(1);
        ((int)(await Map(id, (int)free[2]!))["code"]!).Should().Be(0, "the host has two ports");

        var first = (await Rows("nat_acl_list", id))[0]!;
        await Client.Post("remove_port_host", ("host_id", id), ("hostid", id), ("id", (long)first["id"]!));
        (await Rows("nat_acl_list", id)).Should().ContainSingle();
    }

    [Fact]
    public async Task The_panel_call_sends_the_browser_to_a_page_about_the_host()
    {
        await RunningHost("ecs-<1>");
        var password = Host.Hosts.Single().PanelPassword;

        using var reply = await Client.Send(Client.Form("panel", ("host_name", "ecs-<1>"), ("panel_password", password)));
        using var page = await Client.Send(new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(Host.BaseUrl), reply.Headers.Location!)));

        reply.StatusCode.Should().Be(HttpStatusCode.Redirect);
        reply.Headers.Location!.IsAbsoluteUri.Should().BeFalse();
        (await page.Content.ReadAsStringAsync()).Should().Contain("ecs-&lt;1&gt;").And.Contain("Running").And.Contain("50 GB");
    }

    [Fact]
    public async Task The_screen_of_a_running_host_has_a_page_and_a_stopped_one_has_none()
    {
        var id = await RunningHost();

        using var reply = await Client.Send(Client.Form("vnc_view", ("host_id", id)));
        using var page = await Client.Send(new HttpRequestMessage(HttpMethod.Get, reply.Headers.Location));
        await Client.Post("shutdown", ("host_id", id));

        (await page.Content.ReadAsStringAsync()).Should().Contain("login");
        ((int)(await Client.Post("vnc_view", ("host_id", id)))["code"]!).Should().Be(0);
    }

    [Theory]
    [InlineData(1, "BytesSentPersec")]
    [InlineData(4, "[[")]
    public async Task Network_figures_come_as_an_object_or_as_rows(int line, string sign)
    {
        var id = await RunningHost(line: line);

        var data = (await Client.Post("monitor", ("host_id", id)))["data"]!;

        ((double)data["CpuStats"]!).Should().BeInRange(0, 100);
        data["NetworkStats"]!.ToJsonString().Should().Contain(sign);
    }

    private async Task<JsonArray> Rows(string action, long id) =>
        (await Client.Get(action, ("host_id", id), ("hostid", id)))["data"]!.AsArray();

    private async Task<JsonArray> Copies(string kind, long id)
    {
        var data = (await Client.Post($"{kind}_list", ("host_id", id)))["data"]!;
        return kind is "backups" ? data["list"]!.AsArray() : data.AsArray();
    }

    private Task<JsonObject> Map(long id, int port) =>
        Client.Post("add_port_host", ("host_id", id), ("hostid", id), ("name", "ssh"), ("sport", port), ("dport", 22));
}
