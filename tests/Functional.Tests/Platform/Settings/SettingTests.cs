using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Engagement.Robot;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Platform.Site;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Platform.Settings;

public sealed class SettingTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private const string Path = "/admin/api/v1/settings";

    private Person _primary = null!;

    public async Task InitializeAsync() => _primary = await app.NewAdmin("*");

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Every_key_is_listed_once_with_its_default_and_meaning()
    {
        var items = Items(await (await app.NewAdmin("*")).Http.Get(Path));

        var keys = items.Select(item => (string)item["key"]!).ToList();
        keys.Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal).And.Contain(
            ["site_name", "refund_curve_json", "resize_price_mode", "task.vps_refresh", "emergency_renew_window_days", "robot_webhooks"]);
        items.Should().OnlyContain(item => ((string)item["meaning"]!).Length > 5 && ((string)item["expected"]!).Length > 2);
        Value(items, "company_name").Should().Be("");
        Value(items, "emergency_renew_interval_hours").Should().Be("720");
    }

    [Fact]
    public async Task A_change_is_stored_shown_and_audited()
    {
        var reply = await _primary.Http.Patch(Path, new { key = "contact_phone", value = "400-1" });

        ((bool)reply.Ok["ok"]!).Should().BeTrue();
        Value(Items(await _primary.Http.Get(Path)), "contact_phone").Should().Be("400-1");
        (await app.Scalar<string>(
            "select detail from audit_logs where action = 'settings.update' and target_type = 'setting' and target_id = 'contact_phone'"))
            .Should().Contain("400-1");
    }

    [Theory]
    [InlineData("/admin/api/v1/settings", """{"items":[{"key":"site_keywords","value":"the same"},{"key":"auto_delete_days","value":9}]}""")]
    [InlineData("/admin/api/v1/realname/config", """{"enabled":true,"provider":"idcard_cn","block_actions":["renew_vps"]}""")]
    [InlineData("/admin/api/v1/payments/providers/custom", """{"enabled":true}""")]
    [InlineData("/admin/api/v1/scheduled-tasks/vps_refresh", """{"enabled":true,"strategy":"interval","interval_sec":301}""")]
    [InlineData("/admin/api/v1/debug/status", """{"enabled":true}""")]
    [InlineData("/admin/api/v1/integrations/smtp", """{"host":"mail.example.com","port":"587","from":"a@example.com"}""")]
    [InlineData("/admin/api/v1/integrations/automation", """{"base_url":"https://upstream.example.com","timeout_sec":13}""")]
    [InlineData("/admin/api/v1/integrations/robot", """{"webhooks":[{"name":"one","url":"https://hook.example.com/","secret":"s3cret"}]}""")]
    [InlineData("/admin/api/v1/integrations/robot", """{"url":"https://hook.example.com/","enabled":true}""")]
    [InlineData("/api/v1/admin/security-settings", """{"third_party_api_enabled":true,"api_key":"key","nonce_ttl_seconds":100}""")]
    public async Task A_setting_that_stays_as_it_is_leaves_no_audit_row(string path, string body)
    {
        _ = (await _primary.Http.Patch(path, body)).Ok;
        var before = await app.Scalar<long>("select count(*) from audit_logs");

        _ = (await _primary.Http.Patch(path, body)).Ok;

        (await app.Scalar<long>("select count(*) from audit_logs")).Should().Be(before);
    }

    [Theory]
    [InlineData("automation_base_url", "ftp://panel.test")]
    [InlineData("automation_base_url", "panel.test")]
    [InlineData("automation_base_url", "https://panel.test/?key=1")]
    [InlineData("automation_base_url", "https://user:pass@panel.test/")]
    [InlineData("automation_timeout_sec", "61")]
    [InlineData("robot_webhook_url", "javascript:alert(1)")]
    [InlineData("robot_webhook_url", "https://hook.test/#part")]
    [InlineData("robot_webhooks", """[{"name":"x","url":"https://hook.test/","events":["order.delivered"]}]""")]
    [InlineData("robot_webhooks", """[{"name":"x","url":""}]""")]
    [InlineData("site_url", "https://shop.test/?a=1")]
    [InlineData("contact_email", "support")]
    [InlineData("contact_email", "a@b.test, c@d.test")]
    [InlineData("third_party_encryption_algorithm", "rot13")]
    [InlineData("realname_provider", "nobody")]
    [InlineData("renew_month_mode", "lunar")]
    [InlineData("resize_rounding", "up")]
    [InlineData("site_language", "klingon")]
    [InlineData("billing_time_zone", "Mars/Olympus")]
    [InlineData("payment_providers_enabled", """{"yipay":"yes"}""")]
    [InlineData("payment_plugin_dir", "../plugins")]
    public async Task A_value_that_can_never_work_is_refused_by_name(string key, string value)
    {
        var before = Value(Items(await _primary.Http.Get(Path)), key);

        (await _primary.Http.Patch(Path, new { key, value })).ShouldName(key);

        Value(Items(await _primary.Http.Get(Path)), key).Should().Be(before);
    }

    [Theory]
    [InlineData("https://panel.test/?key=1")]
    [InlineData("https://panel.test/#part")]
    [InlineData("panel.test")]
    public async Task The_upstreams_page_refuses_the_same_addresses(string address) =>
        (await _primary.Http.Patch("/admin/api/v1/integrations/automation", new { base_url = address })).ShouldName("base_url");

    [Fact]
    public async Task Two_changes_of_one_key_in_one_call_end_with_the_last()
    {
        _ = (await _primary.Http.Patch(Path, new
        {
            items = new[] { new { key = "psbe_number", value = "first" }, new { key = "psbe_number", value = "second" } },
        })).Ok;

        Value(Items(await _primary.Http.Get(Path)), "psbe_number").Should().Be("second");
    }

    [Fact]
    public async Task A_setting_that_is_set_to_its_default_leaves_no_audit_row()
    {
        var before = await app.Scalar<long>("select count(*) from audit_logs");

        _ = (await _primary.Http.Patch(Path, new { key = "subscription_update_hours", value = 24 })).Ok;

        (await app.Scalar<long>("select count(*) from audit_logs")).Should().Be(before);
    }

    [Fact]
    public async Task An_audit_row_names_the_settings_that_changed_and_leaves_out_what_says_nothing()
    {
        _ = (await _primary.Http.Patch(Path, new
        {
            items = new object[] { new { key = "contact_qq", value = "10000" }, new { key = "subscription_update_hours", value = 24 } },
        })).Ok;
        _ = (await _primary.Http.Patch("/admin/api/v1/scheduled-tasks/expire_reminder", new { daily_at = "08:15" })).Ok;

        (await app.Scalar<string>("select target_id from audit_logs where detail like '%10000%'")).Should().Be("contact_qq");
        (await app.Scalar<string>("select detail from audit_logs where target_id = 'expire_reminder'")).Should().Be("""{"daily_at":"08:15"}""");
        (await app.Scalar<long>("select count(*) from audit_logs where detail like '%:null%'")).Should().Be(0);
    }

    [Fact]
    public async Task Several_changes_are_made_all_or_not_at_all()
    {
        var reply = await _primary.Http.Patch(Path, new
        {
            items = new object[] { new { key = "psbe_number", value = "x" }, new { key = "auto_delete_days", value = -1 } },
        });

        reply.Status.Should().Be(HttpStatusCode.BadRequest);
        reply.Code.Should().Be("settings.invalid_value");
        reply.ShouldName("auto_delete_days");
        (await app.Scalar<long>("select count(*) from settings where setting_key = 'psbe_number'")).Should().Be(0);
    }

    [Theory]
    [InlineData("""{"key":"no_such_key","value":"1"}""", "settings.unknown_key", "no_such_key")]
    [InlineData("""{"key":"debug_enabled","value":"perhaps"}""", "settings.invalid_value", "debug_enabled")]
    [InlineData("""{"key":"refund_full_days","value":1.5}""", "settings.invalid_value", "refund_full_days")]
    [InlineData("""{"key":"resize_refund_ratio","value":"2"}""", "settings.invalid_value", "resize_refund_ratio")]
    [InlineData("""{"key":"refund_curve_json","value":"{}"}""", "settings.invalid_value", "refund_curve_json")]
    [InlineData("""{"key":"site_name","value":"a\u0000b"}""", "request.invalid_body", "value")]
    [InlineData("""{"key":"task.vps_refresh","value":"{\"interval_sec\":0}"}""", "settings.invalid_value", "task.vps_refresh")]
    [InlineData("""{}""", "request.invalid", "items")]
    [InlineData("""{"items":[]}""", "request.invalid", "items")]
    [InlineData("""{"items":[{"value":"1"}]}""", "request.invalid", "items[0]")]
    public async Task A_bad_change_names_its_key(string body, string code, string field)
    {
        var reply = await _primary.Http.Call(HttpMethod.Patch, Path, body);

        reply.Status.Should().Be(HttpStatusCode.BadRequest);
        reply.Code.Should().Be(code);
        reply.ShouldName(field);
    }

    [Theory]
    [InlineData("expire_reminder_days", "12", "12")]
    [InlineData("expire_reminder_days", "\"13\"", "13")]
    [InlineData("email_enabled", "false", "false")]
    [InlineData("email_enabled", "\"YES\"", "YES")]
    [InlineData("refund_curve_json", "[{\"percent\":10,\"ratio\":0.5}]", "[{\"percent\":10,\"ratio\":0.5}]")]
    public async Task A_value_may_be_text_number_boolean_or_json(string key, string json, string stored)
    {
        var reply = await _primary.Http.Call(HttpMethod.Patch, Path, $$"""{"key":"{{key}}","value":{{json}}}""");

        reply.Status.Should().Be(HttpStatusCode.OK);
        Value(Items(await _primary.Http.Get(Path)), key).Should().Be(stored);
    }

    [Fact]
    public async Task A_secret_is_sealed_at_rest_masked_on_the_way_out_and_kept_when_its_mask_comes_back()
    {
        const string key = "robot_webhook_secret";
        await _primary.Http.Patch(Path, new { key, value = "hush-hush" });
        await _primary.Http.Patch(Path, new { key, value = Setting.Mask });
        await _primary.Http.Patch(Path, new { key, value = "" });

        var reply = await _primary.Http.Get(Path);
        Value(Items(reply), key).Should().Be(Setting.Mask);
        reply.Text.Should().NotContain("hush-hush");
        (await app.Scalar<string>($"select value from settings where setting_key = '{key}'")).Should().NotContain("hush");
        (await app.Scalar<long>("select count(*) from audit_logs where detail like '%hush%'")).Should().Be(0);
        (await app.Services.GetRequiredService<ISettings>().Get(RobotSettings.WebhookSecret, default)).Should().Be("hush-hush");
    }

    [Fact]
    public async Task A_change_shows_at_once_on_its_own_node_and_within_five_seconds_on_others()
    {
        var settings = app.Services.GetRequiredService<ISettings>();
        var other = app.AddNode().Services.GetRequiredService<ISettings>();
        await settings.Get(SiteSettings.CompanyName, default);
        await other.Get(SiteSettings.CompanyName, default);

        await _primary.Http.Patch(Path, new { key = "company_name", value = "ACME" });

        (await settings.Get(SiteSettings.CompanyName, default)).Should().Be("ACME");
        app.Clock.Advance(TimeSpan.FromSeconds(5));
        (await other.Get(SiteSettings.CompanyName, default)).Should().Be("ACME");
    }

    [Fact]
    public async Task Parallel_first_changes_of_one_key_all_succeed()
    {
        var replies = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(i => _primary.Http.Patch(Path, new { key = "wechat_qrcode", value = $"v{i}" })));

        replies.Should().OnlyContain(reply => reply.Status == HttpStatusCode.OK);
        (await app.Scalar<long>("select count(*) from settings where setting_key = 'wechat_qrcode'")).Should().Be(1);
    }

    [Fact]
    public async Task Settings_need_their_permissions()
    {
        var viewer = await app.NewAdmin("settings.view");

        (await viewer.Http.Patch(Path, new { key = "site_name", value = "x" })).Code.Should().Be("auth.permission_denied");
        (await (await app.NewAdmin("order.list")).Http.Get(Path)).Status.Should().Be(HttpStatusCode.Forbidden);
        (await (await app.NewUser()).Http.Get(Path)).Code.Should().Be("auth.admin_required");
        (await app.Anonymous.Get(Path)).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public void The_menu_starts_with_what_clients_do_not_draw_themselves()
    {
        var entries = SiteSettings.NavItems.Read(null).Select(entry => $"{entry.GetProperty("lang")} {entry.GetProperty("label")} {entry.GetProperty("url")}");

        entries.Should().Equal(
            "zh-CN 产品 /products", "zh-CN 活动 /activities", "zh-CN 文档 /docs",
            "en-US Products /products", "en-US Activities /activities", "en-US Docs /docs");
    }

    [Fact]
    public async Task Anyone_sees_the_public_settings_and_no_others()
    {
        await _primary.Http.Patch(Path, new { key = "site_logo", value = "/old.png" });

        var items = Items(await app.Anonymous.Get("/api/v1/site/settings"));

        Value(items, "site_name").Should().Be("Cloud Console");
        Value(items, "logo_url").Should().Be("/old.png");
        items.Select(item => (string)item["key"]!).Should().OnlyHaveUniqueItems().And.NotContain(key => key.StartsWith("robot_"));
    }

    private static List<JsonNode> Items(Reply reply) => [.. reply.Ok["items"]!.AsArray().Select(item => item!)];

    private static string Value(List<JsonNode> items, string key) => (string)items.Single(item => (string)item["key"]! == key)["value"]!;
}
