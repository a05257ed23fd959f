using System.Data.Common;
using System.Net;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Platform.Logs;

public sealed class LogTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private Person _primary = null!;

    public async Task InitializeAsync() => _primary = await app.NewAdmin("*");

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Audit_rows_are_paged_filtered_and_newest_first()
    {
        foreach (var name in new[] { "a", "b", "c" })
            await _primary.Http.Patch("/admin/api/v1/settings", new { key = "site_keywords", value = name });

        var admin = await app.NewAdmin("audit_log.view");
        var page = (await admin.Http.Get(
            "/admin/api/v1/audit-logs?action=settings.update&target_id=site_keywords&target_type=setting&limit=2")).Ok;

        ((long)page["total"]!).Should().BeGreaterThanOrEqualTo(3);
        page["items"]!.AsArray().Should().HaveCount(2);
        var newest = page["items"]![0]!;
        ((string)newest["detail"]!["changes"]![0]!["after"]!).Should().Be("c");
        ((string)newest["actor"]!).Should().Be(_primary.Username);
        ((long)newest["admin_id"]!).Should().Be(_primary.Id.Value);
        ((string)newest["request_id"]!).Should().NotBeEmpty();
        ((long)(await admin.Http.Get($"/admin/api/v1/audit-logs?admin_id={long.MaxValue}")).Ok["total"]!).Should().Be(0);
        ((long)(await admin.Http.Get("/admin/api/v1/audit-logs?admin_id=x&page=no")).Ok["total"]!).Should().BePositive();
    }

    [Theory]
    [InlineData("update audit_logs set action = 'nothing'")]
    [InlineData("delete from audit_logs")]
    [InlineData("truncate audit_logs")]
    public async Task The_database_itself_refuses_to_change_the_audit(string sql)
    {
        await _primary.Http.Patch("/admin/api/v1/settings", new { key = "site_description", value = Guid.NewGuid().ToString() });

        var change = () => app.Scalar<long>(sql);

        TestDatabase.Refusal((await change.Should().ThrowAsync<DbException>()).Which).Should().Be("append_only");
    }

    [Fact]
    public async Task Debug_logs_are_closed_while_debug_is_off()
    {
        (await _primary.Http.Patch("/admin/api/v1/debug/status", new { enabled = false })).Status.Should().Be(HttpStatusCode.OK);

        var reply = await _primary.Http.Get("/admin/api/v1/debug/logs");

        reply.Status.Should().Be(HttpStatusCode.Forbidden);
        reply.Code.Should().Be("debug.disabled");
        ((bool)(await _primary.Http.Get("/admin/api/v1/debug/status")).Ok["enabled"]!).Should().BeFalse();
    }

    [Fact]
    public async Task Debug_logs_show_the_kinds_that_were_asked_for_with_their_filters()
    {
        await _primary.Http.Patch("/admin/api/v1/debug/status", new { enabled = true });
        var log = app.Services.GetRequiredService<IAutomationLog>();
        await log.Write(new AutomationLine(41, 1, "create_host", """{"host":"a"}""", "not json", true, ""));
        await log.Write(new AutomationLine(42, 1, "create_host", "{}", "{}", false, "no"));
        await log.Write(new SyncLine("catalog-x", "merge", "success", "3 lines"));

        var all = (await _primary.Http.Get("/admin/api/v1/debug/logs?order_id=41&target=catalog-x")).Ok;
        var some = (await _primary.Http.Get("/admin/api/v1/debug/logs?types=sync")).Ok.AsObject();
        (await _primary.Http.Get("/admin/api/v1/debug/logs?types=sync,nonsense")).ShouldName("types");

        ((long)all["automation_logs"]!["total"]!).Should().Be(1);
        ((string)all["automation_logs"]!["items"]![0]!["response_json"]!).Should().Be("not json");
        ((string)all["sync_logs"]!["items"]![0]!["message"]!).Should().Be("3 lines");
        all["audit_logs"]!["items"]!.AsArray().Should().NotBeEmpty();
        some["automation_logs"].Should().BeNull();
        some["audit_logs"].Should().BeNull();
        some["sync_logs"]!["items"]!.AsArray().Select(line => (string)line!["target"]!).Should().Contain("catalog-x");
    }

    [Fact]
    public async Task Secrets_never_reach_the_automation_log()
    {
        await app.Services.GetRequiredService<IAutomationLog>().Write(new AutomationLine(
            77, 0, "POST /create",
            """{"headers":{"apikey":"s3cr3t-1"},"url":"http://x/y?sys_pwd=s3cr3t-2&b=1","body":"{\"Password\":\"s3cr3t-3\",\"n\":{\"vnc_password\":5}}","form":"a=1&password=s3cr3t-4"}""",
            """{"access_token":"s3cr3t-5","list":[{"secret":"s3cr3t-6"}],"ok":1}""", true, "password=s3cr3t-7 refused"));

        var stored = await app.Scalar<string>("select request_json || response_json || message from automation_logs where order_id = 77");

        stored.Should().NotContain("s3cr3t").And.Contain("b=1").And.Contain("\"ok\":1").And.Contain("***");
    }

    [Fact]
    public async Task A_text_made_to_be_slow_to_search_is_stored_like_any_other()
    {
        var slow = string.Concat(Enumerable.Repeat("a-", 10_000));

        await app.Services.GetRequiredService<IAutomationLog>().Write(new AutomationLine(79, 0, "POST /create", "{}", slow, true, "ok"));

        (await app.Scalar<long>("select count(*) from automation_logs where order_id = 79")).Should().Be(1);
    }

    [Fact]
    public async Task A_line_too_long_for_its_column_is_cut_and_stored()
    {
        await app.Services.GetRequiredService<IAutomationLog>()
            .Write(new AutomationLine(78, 0, new string('a', 500), "{}", "\0", true, new string('m', 5000)));

        (await app.Scalar<long>("select count(*) from automation_logs where order_id = 78")).Should().Be(1);
    }

    [Fact]
    public async Task Sync_logs_are_always_readable_and_filtered_by_target()
    {
        var log = app.Services.GetRequiredService<IAutomationLog>();
        await log.Write(new SyncLine("images-1", "merge", "success", ""));
        await log.Write(new SyncLine("images-2", "override", "failed", "boom"));
        var admin = await app.NewAdmin("automation.sync_logs");

        var page = (await admin.Http.Get("/admin/api/v1/integrations/automation/sync-logs?target=images-2")).Ok;

        ((long)page["total"]!).Should().Be(1);
        ((string)page["items"]![0]!["status"]!).Should().Be("failed");
    }

    [Theory]
    [InlineData("GET", "/audit-logs")]
    [InlineData("GET", "/integrations/automation/sync-logs")]
    [InlineData("GET", "/debug/status")]
    [InlineData("PATCH", "/debug/status")]
    [InlineData("GET", "/debug/logs")]
    [InlineData("GET", "/server/status")]
    [InlineData("GET", "/outbox")]
    [InlineData("POST", "/outbox/1/resend")]
    [InlineData("GET", "/scheduled-tasks")]
    [InlineData("PATCH", "/scheduled-tasks/log_retention_cleanup")]
    [InlineData("GET", "/scheduled-tasks/log_retention_cleanup/runs")]
    public async Task Without_the_permission_nothing_is_shown_or_changed(string method, string path)
    {
        var admin = await app.NewAdmin("order.list");

        var reply = await admin.Http.Call(
            new HttpMethod(method), "/admin/api/v1" + path, method == "PATCH" ? new { enabled = true } : null);

        reply.Status.Should().Be(HttpStatusCode.Forbidden);
        reply.Code.Should().Be("auth.permission_denied");
    }

    [Fact]
    public async Task An_audit_row_leaves_out_what_was_not_said()
    {
        var node = (long)(await _primary.Http.Post("/api/v1/admin/nodes", new { name = $"edge-{Guid.NewGuid():N}" })).Ok["id"]!;
        _ = (await _primary.Http.Call(HttpMethod.Put, $"/api/v1/admin/nodes/{node}/kernels/vless", new { endpoint = "hk1.example.com:443" })).Ok;

        var detail = await app.Scalar<string>(
            "select detail from audit_logs where action = 'node.configure_kernel' and target_id = $1", $"{node}");

        detail.Should().Contain("hk1.example.com").And.NotContain("null").And.NotContain("revision");
        (await app.Scalar<long>("select count(*) from audit_logs where detail like '%:null%'")).Should().Be(0);
    }

    [Fact]
    public async Task A_debug_switch_without_a_value_is_refused() =>
        (await _primary.Http.Patch("/admin/api/v1/debug/status", new { })).Status.Should().Be(HttpStatusCode.BadRequest);
}
