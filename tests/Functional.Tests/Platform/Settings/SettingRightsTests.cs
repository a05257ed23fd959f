using System.Net;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Identity.Permissions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Platform.Settings;

/// <summary>One asset, one permission: what a key needs, it needs through every route.</summary>
public sealed class SettingRightsTests(PanelApp app) : IClassFixture<PanelApp>
{
    private const string Path = "/admin/api/v1/settings";
    private const string Common = "settings.update";

    private static readonly string[] Others = ["true", "false", "1", "2", "implicit", "https://other.example.com", "other"];

    private List<Setting> Guarded => [.. app.Services.GetRequiredService<SettingRegistry>().All.Where(key => key.ChangeNeeds != Common)];

    [Fact]
    public async Task Every_key_names_permissions_that_exist()
    {
        await app.Primary();
        var codes = app.Services.GetRequiredService<IPermissionCodes>().All;

        foreach (var setting in app.Services.GetRequiredService<SettingRegistry>().All)
            codes.Should().Contain([setting.ChangeNeeds, setting.ViewNeeds], setting.Key);

        Guarded.Select(setting => setting.Key).Should().Contain(
        [
            "smtp_host", "smtp_pass", "analytics_code", "automation_base_url", "automation_api_key", "robot_webhook_url", "robot_webhooks",
            "third_party_api_secret", "payment_providers_config", "payment_plugins", "payment_plugin_upload_password", "debug_enabled",
        ]);
    }

    [Fact]
    public async Task Who_may_edit_settings_cannot_thereby_change_what_needs_another_permission()
    {
        var clerk = await app.NewAdmin("settings.*");

        foreach (var setting in Guarded)
            (await clerk.Http.Patch(Path, new { key = setting.Key, value = Different(setting) })).ShouldName(setting.Key, HttpStatusCode.Forbidden);

        var all = await clerk.Http.Patch(
            Path, new { items = Guarded.Select(setting => new { key = setting.Key, value = Different(setting) }).ToList() });
        all.Code.Should().Be("auth.permission_denied");
        all.Json["details"]!.AsObject().Select(pair => pair.Key).Should().BeEquivalentTo(Guarded.Select(setting => setting.Key));
    }

    [Fact]
    public async Task What_comes_back_unchanged_needs_no_permission_of_its_own()
    {
        var admin = await app.Primary();
        var clerk = await app.NewAdmin("settings.*");

        foreach (var setting in Guarded)
        {
            var same = setting.IsSecret ? Setting.Mask : await Value(admin, setting.Key);
            (await clerk.Http.Patch(Path, new { key = setting.Key, value = same })).Status.Should().Be(HttpStatusCode.OK, setting.Key);
        }
    }

    [Fact]
    public async Task The_list_shows_only_what_one_may_see()
    {
        var clerk = await app.NewAdmin("settings.view", "automation.view");

        var keys = (await clerk.Http.Get(Path)).Ok["items"]!.AsArray().Select(item => (string)item!["key"]!).ToList();

        keys.Should().Contain(["site_name", "automation_base_url"]).And.NotContain(["smtp_host", "robot_webhook_url"]);
    }

    [Theory]
    [InlineData("smtp.*", "/admin/api/v1/integrations/smtp", "host")]
    [InlineData("settings.*", Path, null)]
    public async Task The_mail_server_takes_the_permission_for_credentials_through_either_door(string grant, string door, string? field)
    {
        object body = field is null ? new { key = "smtp_host", value = "mail.elsewhere.example" } : new { host = "mail.elsewhere.example" };
        var clerk = await app.NewAdmin(grant, "security.*");
        var trusted = await app.NewAdmin(grant, "security.credentials");

        (await clerk.Http.Patch(door, body)).ShouldName(field ?? "smtp_host", HttpStatusCode.Forbidden);
        (await trusted.Http.Patch(door, body)).Status.Should().Be(HttpStatusCode.OK);
        _ = (await trusted.Http.Patch(door, field is null ? new { key = "smtp_host", value = "" } : new { host = "" })).Ok;
    }

    [Fact]
    public async Task A_secret_does_not_follow_its_address()
    {
        var admin = await app.Primary();
        const string door = "/admin/api/v1/integrations/automation";
        _ = (await admin.Http.Patch(door, new { base_url = "https://ours.example.com", api_key = "our key" })).Ok;

        (await admin.Http.Patch(door, new { base_url = "https://theirs.example.com" })).ShouldName("api_key");
        (await admin.Http.Patch(door, new { base_url = "https://theirs.example.com", api_key = Setting.Mask })).ShouldName("api_key");
        (await admin.Http.Patch(Path, new { key = "automation_base_url", value = "https://theirs.example.com" })).ShouldName("automation_api_key");
        (await admin.Http.Get(door)).Text.Should().Contain("ours.example.com");

        _ = (await admin.Http.Patch(door, new { base_url = "https://theirs.example.com", api_key = "their key" })).Ok;
    }

    [Fact]
    public async Task A_hooks_secret_does_not_follow_its_address()
    {
        var admin = await app.Primary();
        const string door = "/admin/api/v1/integrations/robot";
        object Hook(string url, string secret) => new { webhooks = new[] { new { name = "shop", url, secret, enabled = true } } };
        _ = (await admin.Http.Patch(door, Hook("https://ours.example.com/hook", "hush"))).Ok;

        (await admin.Http.Patch(door, Hook("https://theirs.example.com/hook", Setting.Mask))).ShouldName("webhooks");

        _ = (await admin.Http.Patch(door, Hook("https://theirs.example.com/hook", "their own"))).Ok;
    }

    [Fact]
    public async Task A_stored_secret_goes_by_null_and_by_nothing_else()
    {
        var admin = await app.Primary();
        const string key = "payment_plugin_upload_password";
        _ = (await admin.Http.Patch(Path, new { key, value = "hush" })).Ok;

        foreach (var kept in new[] { $$"""{"key":"{{key}}","value":""}""", $$"""{"key":"{{key}}","value":"********"}""", $$"""{"key":"{{key}}"}""" })
        {
            _ = (await admin.Http.Call(HttpMethod.Patch, Path, kept)).Ok;
            (await Value(admin, key)).Should().Be(Setting.Mask, kept);
        }

        _ = (await admin.Http.Call(HttpMethod.Patch, Path, $$"""{"key":"{{key}}","value":null}""")).Ok;
        (await Value(admin, key)).Should().BeEmpty();
    }

    private static async Task<string> Value(Person admin, string key) => (string)(await admin.Http.Get(Path)).Ok["items"]!.AsArray()
        .Single(item => (string)item!["key"]! == key)!["value"]!;

    private static string Different(Setting setting) => Others.Append(setting.DefaultText + " ").First(
        text => text != setting.DefaultText && setting.Validate(text) is null);
}
