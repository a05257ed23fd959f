using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Billing.Payments;

public sealed class ProviderTests(PanelApp app) : IClassFixture<PanelApp>
{
    private const string Path = "/admin/api/v1/payments/providers";

    [Fact]
    public async Task A_gateway_without_a_key_cannot_be_enabled()
    {
        var admin = await app.NewAdmin("payment.*");
        _ = (await admin.Http.Patch($"{Path}/yipay", new { enabled = false, config_json = "" })).Ok;

        var reply = await admin.Http.Patch($"{Path}/yipay", new { enabled = true, config_json = """{"base_url":"https://g.test","pid":"1"}""" });

        reply.Code.Should().Be("payment.provider_incomplete");
        reply.ShouldName("key");
    }

    [Fact]
    public async Task A_key_is_masked_sealed_and_kept_when_the_mask_comes_back()
    {
        var admin = await app.NewAdmin("payment.*");
        _ = (await admin.SwitchOn()).Ok;

        var shown = await Provider(admin, "yipay");
        var config = JsonNode.Parse((string)shown["config_json"]!)!;
        ((string)config["key"]!).Should().Be("********");
        ((string)config["pid"]!).Should().Be("1001");
        config["pid"] = "1002";
        _ = (await admin.Http.Patch($"{Path}/yipay", new { config_json = config.ToJsonString() })).Ok;

        var after = await Provider(admin, "yipay");
        ((bool)after["enabled"]!).Should().BeTrue("what is not mentioned stays");
        ((string)JsonNode.Parse((string)after["config_json"]!)!["pid"]!).Should().Be("1002");
        var stored = await app.Scalar<string>("select value from settings where setting_key = 'payment_providers_config'");
        stored.Should().StartWith("v1.").And.NotContain("merchant");
        (await app.Scalar<string>("select string_agg(detail, '') from audit_logs where action = 'payment.update'"))
            .Should().NotContain(Gateway.Key).And.Contain("pid");
    }

    [Fact]
    public async Task A_user_sees_what_is_on_and_no_secret()
    {
        var admin = await app.NewAdmin("payment.*");
        _ = (await admin.SwitchOn()).Ok;
        var user = await app.NewUser();

        var methods = await user.Http.Get("/api/v1/payments/providers");

        methods.Ok["items"]!.AsArray().Select(method => (string)method!["key"]!).Should().Equal("approval", "balance", "custom", "yipay");
        methods.Text.Should()
            .NotContain(Gateway.Key).And.NotContain("1001").And.NotContain("1002").And.NotContain("gateway.test").And.NotContain("***");
        ((string)methods.Ok["items"]![3]!["config_json"]!).Should().Contain("alipay");
    }

    [Theory]
    [InlineData("""{"config_json":"[1]"}""", "config_json")]
    [InlineData("""{"config_json":"{nonsense"}""", "config_json")]
    [InlineData("""{"config_json":"{\"evil\":\"1\"}"}""", "evil")]
    [InlineData("""{"config_json":"{\"pay_url\":\"javascript:alert(1)\"}"}""", "pay_url")]
    public async Task A_wrong_configuration_is_refused_by_field(string body, string field)
    {
        var admin = await app.NewAdmin("payment.*");

        var reply = await admin.Http.Call(HttpMethod.Patch, $"{Path}/custom", body);

        reply.ShouldName(field);
    }

    [Fact]
    public async Task The_routes_need_their_rights()
    {
        await app.NewAdmin("*");
        var clerk = await app.NewAdmin("order.list");

        (await clerk.Http.Get(Path)).Status.Should().Be(HttpStatusCode.Forbidden);
        (await clerk.Http.Patch($"{Path}/custom", new { enabled = false })).Status.Should().Be(HttpStatusCode.Forbidden);
        (await clerk.Http.Get("/admin/api/v1/payments/notices")).Status.Should().Be(HttpStatusCode.Forbidden);
        (await (await app.NewAdmin("payment.update")).Http.Patch($"{Path}/none", new { enabled = false })).Status.Should()
            .Be(HttpStatusCode.NotFound);
    }

    private static async Task<JsonNode> Provider(Person admin, string key) =>
        (await admin.Http.Get(Path)).Ok["items"]!.AsArray().Single(provider => (string)provider!["key"]! == key)!;
}
