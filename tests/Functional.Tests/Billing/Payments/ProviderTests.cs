using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using VpsPanel.Functional.Tests.Sales.Catalog;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
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
        var admin = await app.NewAdmin("payment.*", "settings.update");
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
        var admin = await app.NewAdmin("payment.*", "settings.update");
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

    [Theory]
    [InlineData("notify_url", "https://shop.test/paid?from=yipay")]
    [InlineData("notify_url", "https://shop.test/paid#part")]
    [InlineData("notify_url", "ftp://shop.test/paid")]
    [InlineData("return_url", "https://user:pass@shop.test/")]
    [InlineData("base_url", "gateway.test/submit")]
    [InlineData("sign_type", "RSA")]
    [InlineData("sign_type", "MD5,RSA")]
    public async Task What_the_gateway_cannot_do_is_refused_at_both_doors(string field, string value)
    {
        var admin = await app.NewAdmin("payment.*", "settings.*");
        _ = (await admin.SwitchOn()).Ok;
        var config = TestJson.Write(new Dictionary<string, string> { [field] = value });
        var whole = new Dictionary<string, string>
        {
            ["base_url"] = "https://g.test", ["pid"] = "1", ["key"] = "k", ["notify_url"] = Gateway.NotifyUrl, [field] = value,
        };

        (await admin.Http.Patch($"{Path}/yipay", new { config_json = config })).ShouldName(field);
        (await admin.Http.Patch("/admin/api/v1/settings", new
        {
            key = "payment_providers_config", value = TestJson.Write(new Dictionary<string, object> { ["yipay"] = whole }),
        })).ShouldName("payment_providers_config");

        JsonNode.Parse((string)(await Provider(admin, "yipay"))["config_json"]!)!["pid"]!.ToString().Should().Be("1001", "nothing was stored");
    }

    [Fact]
    public async Task The_signature_type_is_a_choice_of_what_is_implemented()
    {
        var admin = await app.NewAdmin("payment.*", "settings.update");
        _ = (await admin.SwitchOn()).Ok;

        foreach (var (sent, stored) in ((string, string)[])[(" md5 ", "MD5"), ("", "MD5")])
        {
            _ = (await admin.Http.Patch($"{Path}/yipay", new { config_json = TestJson.Write(new { sign_type = sent }) })).Ok;
            JsonNode.Parse((string)(await Provider(admin, "yipay"))["config_json"]!)!["sign_type"]!.ToString().Should().Be(stored);
        }

        JsonNode.Parse((string)(await Provider(admin, "yipay"))["schema_json"]!)!["properties"]!["sign_type"]!["enum"]!.ToJsonString()
            .Should().Be("""["MD5"]""");
    }

    [Fact]
    public async Task A_gateway_that_nobody_could_report_to_is_not_switched_on_and_says_so()
    {
        await using var shop = new PanelApp();
        await shop.InitializeAsync();
        var admin = await shop.NewAdmin();
        var config = TestJson.Write(new { base_url = "https://gateway.test/submit", pid = "1001", key = Gateway.Key });

        var refused = await admin.Http.Patch($"{Path}/yipay", new { enabled = true, config_json = config });
        (refused.Status, refused.Code).Should().Be((HttpStatusCode.Conflict, "payment.site_url_missing"));
        _ = (await admin.Http.Patch($"{Path}/yipay", new { config_json = config })).Ok;
        var shown = await Provider(admin, "yipay");
        ((string)shown["problem"]!, (string)shown["notify_url"]!).Should().Be(("payment.site_url_missing", ""));
        (await admin.Http.Patch(
            "/admin/api/v1/settings", new { key = "payment_providers_enabled", value = """{"yipay":true}""" })).Code
            .Should().Be("payment.site_url_missing");

        await Set(admin, "site_url", "https://shop.test/");
        _ = (await admin.Http.Patch($"{Path}/yipay", new { enabled = true })).Ok;
        shown = await Provider(admin, "yipay");
        ((string)shown["problem"]!, (string)shown["notify_url"]!).Should().Be(("", Gateway.NotifyUrl));
        (await admin.Http.Patch("/admin/api/v1/settings", new { key = "site_url", value = "" })).Code
            .Should().Be("payment.site_url_missing", "the gateway would no longer know whom to tell");
        _ = (await admin.Http.Patch($"{Path}/yipay", new { config_json = TestJson.Write(new { notify_url = "https://own.test/paid" }) })).Ok;
        ((string)(await Provider(admin, "yipay"))["notify_url"]!).Should().Be("https://own.test/paid", "the provider's own wins");
        await Set(admin, "site_url", "");
    }

    [Fact]
    public async Task The_address_that_is_built_is_one_that_takes_notices()
    {
        await using var shop = new PanelApp();
        await shop.InitializeAsync();
        var admin = await shop.NewAdmin();
        await Set(admin, "site_url", "https://shop.test/panel");
        var config = TestJson.Write(new { base_url = "https://gateway.test/submit", pid = "1001", key = Gateway.Key });
        _ = (await admin.Http.Patch($"{Path}/yipay", new { enabled = true, config_json = config })).Ok;
        var user = await shop.NewUser();
        var order = await user.OrderId(await Shop.Open(shop));

        var paid = (await user.Http.Post($"/api/v1/orders/{order}/pay", new { method = "yipay" })).Ok;

        var query = System.Web.HttpUtility.ParseQueryString(new Uri((string)paid["pay_url"]!).Query);
        query["notify_url"].Should().Be("https://shop.test/panel/api/v1/payments/notify/yipay");
        using var form = new FormUrlEncodedContent(Gateway.Notice((string)paid["trade_no"]!, 15m));
        var path = new Uri(query["notify_url"]!).AbsolutePath["/panel".Length..];
        using var answer = await shop.Anonymous.GetAsync(new Uri($"{path}?{await form.ReadAsStringAsync()}", UriKind.Relative));
        (await answer.Content.ReadAsStringAsync()).Should().Be("success");
    }

    [Fact]
    public async Task The_routes_need_their_rights()
    {
        await app.NewAdmin("*");
        var clerk = await app.NewAdmin("order.list");

        (await clerk.Http.Get(Path)).Status.Should().Be(HttpStatusCode.Forbidden);
        (await clerk.Http.Patch($"{Path}/custom", new { enabled = false })).Status.Should().Be(HttpStatusCode.Forbidden);
        (await clerk.Http.Get("/admin/api/v1/payments/notices")).Status.Should().Be(HttpStatusCode.Forbidden);
        (await clerk.Http.Post($"{Path}/custom/test")).Status.Should().Be(HttpStatusCode.Forbidden);
        (await (await app.NewAdmin("payment.update")).Http.Patch($"{Path}/none", new { enabled = false })).Status.Should()
            .Be(HttpStatusCode.NotFound);
    }

    private static async Task Set(Person admin, string key, string value) =>
        _ = (await admin.Http.Patch("/admin/api/v1/settings", new { key, value })).Ok;

    private static async Task<JsonNode> Provider(Person admin, string key) =>
        (await admin.Http.Get(Path)).Ok["items"]!.AsArray().Single(provider => (string)provider!["key"]! == key)!;
}
