using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using VpsPanel.Functional.Tests.Sales.Catalog;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Billing.Payments;

public sealed class PluginTests(Plugins plugins) : IClassFixture<Plugins>
{
    [Fact]
    public async Task A_plugin_sends_customers_to_pay_and_settles_what_was_paid()
    {
        await plugins.Install("samplepay");
        var (order, user) = await Order();

        var paid = await user.Pay(order, "samplepay");

        var trade = (string)paid.Ok["trade_no"]!;
        trade.Should().StartWith($"PAY-{order}-");
        ((string)paid.Ok["pay_url"]!).Should().Be($"https://pay.test/{trade}?m=15.00&c=CNY");
        ((string)paid.Ok["extra"]!["shop"]!).Should().Be("shop 7");
        ((string)paid.Ok["extra"]!["environment"]!).Should().Be("empty", "a plugin sees nothing of our environment");
        ((string)(await user.Pay(order, "samplepay")).Ok["trade_no"]!).Should().Be(trade, "one attempt");

        (await Notify("samplepay", trade, token: "guess")).Code.Should().Be("payment.bad_signature");
        (await Notify("samplepay", trade, cents: 0)).Code.Should().Be("payment.notice_differs");
        (await Notify("samplepay", trade, currency: "USD")).Code.Should().Be("payment.notice_differs");
        (await Notify("samplepay", trade, paid: "false")).Code.Should().Be("payment.not_paid");
        (await plugins.App.StatusOf(order)).Should().Be("pending_payment");

        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Notify("samplepay", trade)));
        replies.Should().OnlyContain(reply => reply.Status == HttpStatusCode.OK && reply.Text == "thanks");
        (await plugins.App.StatusOf(order)).Should().NotBe("pending_payment");
        (await plugins.App.Scalar<long>("select count(*) from order_events where order_id = $1 and type = 'payment.confirmed'", order))
            .Should().Be(1);
    }

    [Fact]
    public async Task Providers_show_the_plugin_and_hide_its_secrets()
    {
        await plugins.Install("shown");
        var user = await plugins.App.NewUser();

        var admins = (await plugins.Admin.Http.Get("/admin/api/v1/payments/providers")).Ok["items"]!.AsArray()
            .Single(provider => (string)provider!["key"]! == "shown")!;
        var users = await user.Http.Get("/api/v1/payments/providers");

        ((string)admins["name"]!).Should().Be("Sample Pay");
        ((bool)admins["enabled"]!).Should().BeTrue();
        ((string)admins["config_json"]!).Should().Contain("********").And.NotContain("hush");
        users.Text.Should().Contain("shown").And.NotContain("hush").And.NotContain("token");
        (await plugins.App.Scalar<string>("select string_agg(detail, '') from audit_logs")).Should()
            .NotContain("hush").And.Contain("shown");
    }

    [Fact]
    public async Task Whoever_edits_settings_does_not_thereby_choose_which_programs_run()
    {
        var clerk = await plugins.App.NewAdmin("settings.*", "plugin.upload");

        var approved = await clerk.Http.Patch("/admin/api/v1/settings", new { key = "payment_plugins", value = "[]" });

        approved.ShouldName("payment_plugins", HttpStatusCode.Forbidden);
        (await plugins.Admin.Http.Patch("/admin/api/v1/settings", new { key = "site_keywords", value = "mine" })).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_plugin_stays_off_until_its_hash_is_enabled_and_is_off_again_when_its_file_changes()
    {
        var uploaded = (await plugins.Upload("careful.sh", Plugins.Sample)).Ok;
        ((string)uploaded["sha256"]!).Should().Be(Plugins.Hash(Plugins.Sample));
        var (order, user) = await Order();
        (await user.Pay(order, "careful")).Code.Should().Be("payment.unknown_method");
        (await Notify("careful", "X")).Code.Should().Be("payment.provider_not_found");
        (await plugins.Enable("careful", "another text")).Code.Should().Be("plugin.changed");

        _ = (await plugins.Enable("careful", Plugins.Sample)).Ok;
        (await user.Pay(order, "careful")).Code.Should().Be("payment.provider_disabled", "a provider is switched on apart");
        _ = (await plugins.Configure("careful")).Ok;
        _ = (await user.Pay(order, "careful")).Ok;

        await File.AppendAllTextAsync(Path.Combine(plugins.Folder, "careful.sh"), "\n# changed");
        (await user.Pay(order, "careful")).Code.Should().Be("payment.provider_disabled");
        (await Notify("careful", "X")).Code.Should().Be("payment.provider_disabled");
        (await plugins.Configure("careful")).Code.Should().Be("plugin.changed");
        var listed = (await plugins.Admin.Http.Get(Plugins.Path)).Ok["items"]!.AsArray()
            .Single(plugin => (string)plugin!["key"]! == "careful")!;
        ((bool)listed["enabled"]!).Should().BeFalse();
        ((string)listed["enabled_sha256"]!).Should().NotBe((string)listed["sha256"]!);

        _ = (await plugins.Enable("careful", Plugins.Sample + "\n# changed")).Ok;
        _ = (await user.Pay(order, "careful")).Ok;
        _ = (await plugins.Admin.Http.Post($"{Plugins.Path}/careful/disable")).Ok;
        (await user.Pay(order, "careful")).Code.Should().Be("payment.unknown_method");
    }

    [Theory]
    [InlineData("hang", "sleep 100", "plugin.timeout")]
    [InlineData("crash", "exit 3", "plugin.crashed")]
    [InlineData("killed", "kill -9 $$", "plugin.crashed")]
    [InlineData("garbage", "echo 'Segmentation fault'", "plugin.garbage")]
    [InlineData("halfjson", "printf '{\"ok\":true,\"resu'", "plugin.garbage")]
    [InlineData("wrong", "echo '{\"ok\":true,\"result\":{\"pay_url\":\"javascript:alert(1)\"}}'", "plugin.garbage")]
    [InlineData("empty", "echo '{\"ok\":true,\"result\":{}}'", "plugin.garbage")]
    [InlineData("much", "while :; do printf '%01000d' 7; done", "plugin.too_much")]
    [InlineData("noisy", "for i in {1..20000}; do printf '%0100d' 7 >&2; done; exit 1", "plugin.crashed")]
    [InlineData("refuses", "echo '{\"ok\":false,\"error\":\"no such shop, token=abc\"}'", "plugin.refused")]
    public async Task A_plugin_that_misbehaves_is_an_upstream_error_and_settles_nothing(string key, string what, string code)
    {
        await plugins.Install(key, Plugins.Misbehaving(what));
        var (order, user) = await Order();

        var reply = await user.Pay(order, key);

        reply.Status.Should().Be(HttpStatusCode.BadGateway, reply.Text);
        reply.Code.Should().Be(code);
        ((string)reply.Json["message"]!).Should().NotContain("abc");
        (await plugins.App.Scalar<string>("select concat(status, pay_url) from order_payments where order_id = $1", order)).Should()
            .Be("pending_payment", "nobody knows what the other side has made of it");
        if (code is not "plugin.timeout")
            (await Notify(key, "X")).Status.Should().Be(HttpStatusCode.BadGateway);

        (await plugins.App.StatusOf(order)).Should().Be("pending_payment");
    }

    [Fact]
    public async Task A_plugin_that_describes_itself_badly_cannot_be_enabled()
    {
        const string Script = "#!/bin/bash\nread -r line; echo '{\"ok\":true,\"result\":{\"fields\":[]}}'\n";
        _ = (await plugins.Upload("nameless", Script)).Ok;

        (await plugins.Enable("nameless", Script)).Code.Should().Be("plugin.garbage");
        (await plugins.Enable("not-there", Script)).Status.Should().Be(HttpStatusCode.NotFound);
        (await plugins.Admin.Http.Post($"{Plugins.Path}/nameless/enable", new { sha256 = "abc" })).ShouldName("sha256");
        (await plugins.Admin.Http.Post($"{Plugins.Path}/nameless/disable")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("../evil.sh", "evil.sh")]
    [InlineData("C:\\plugins\\evil.sh", "evil.sh")]
    [InlineData("/etc/cron.d/evil.sh", "evil.sh")]
    public async Task Only_the_last_part_of_a_name_counts(string name, string stored)
    {
        ((string)(await plugins.Upload(name, "x")).Ok["path"]!).Should().Be(stored);

        File.Exists(Path.Combine(plugins.Folder, stored)).Should().BeTrue();
        Directory.GetFiles(plugins.Folder, ".*").Should().BeEmpty();
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".hidden")]
    [InlineData("two.dots.sh")]
    [InlineData("blank name.sh")]
    [InlineData("a-name-that-is-longer-than-any-provider-key.sh")]
    [InlineData("$(id).sh")]
    public async Task A_name_that_is_not_proper_is_refused(string name) =>
        (await plugins.Upload(name, "x")).Code.Should().Be("plugin.invalid_name");

    [Fact]
    public async Task A_plugin_takes_neither_the_name_of_a_built_in_provider_nor_that_of_another_file()
    {
        _ = (await plugins.Upload("twin.sh", "x")).Ok;

        (await plugins.Upload("twin.exe", "x")).Code.Should().Be("plugin.key_taken");
        (await plugins.Upload("YiPay.sh", "x")).Code.Should().Be("plugin.key_taken");
        (await plugins.Upload("balance", "x")).Code.Should().Be("plugin.key_taken");
        _ = (await plugins.Upload("twin.sh", "y")).Ok;
    }

    [Fact]
    public async Task A_link_out_of_the_folder_is_no_plugin()
    {
        Directory.CreateDirectory(plugins.Folder);
        File.CreateSymbolicLink(Path.Combine(plugins.Folder, "link"), "/bin/true");

        (await plugins.Admin.Http.Get(Plugins.Path)).Text.Should().NotContain("\"link\"");
        (await plugins.Admin.Http.Post($"{Plugins.Path}/link/enable", new { sha256 = new string('0', 64) })).Status.Should()
            .Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Too_large_and_empty_files_are_refused()
    {
        (await plugins.Upload("large", new byte[(32 * 1024 * 1024) + 1])).Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await plugins.Upload("none", "")).ShouldName("file");
        using var form = new MultipartFormDataContent { { new StringContent(Plugins.Password), "password" } };
        using var response = await plugins.Admin.Http.PostAsync(new Uri($"{Plugins.Path}/upload", UriKind.Relative), form);
        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_routes_need_their_rights()
    {
        var clerk = await plugins.App.NewAdmin("payment.*");
        Reply[] replies =
        [
            await clerk.Http.Get(Plugins.Path),
            await plugins.Upload("clerk.sh", "x", by: clerk),
            await clerk.Http.Post($"{Plugins.Path}/x/enable", new { sha256 = new string('0', 64) }),
            await clerk.Http.Post($"{Plugins.Path}/x/disable"),
        ];

        replies.Should().OnlyContain(reply => reply.Status == HttpStatusCode.Forbidden && reply.Code == "auth.permission_denied");
    }

    private async Task<(long Order, Person User)> Order()
    {
        var shop = await Shop.Open(plugins.App);
        var user = await plugins.App.NewUser();
        return (await user.OrderId(shop), user);
    }

    private Task<Reply> Notify(
        string key, string trade, string token = "hush hush", long cents = 1500, string currency = "CNY", string paid = "true") =>
        plugins.App.Notify(
            new Dictionary<string, string> { ["token"] = token, ["trade"] = trade, ["cents"] = $"{cents}", ["currency"] = currency, ["paid"] = paid },
            provider: key);
}
