using System.Net;
using FluentAssertions;
using VpsPanel.AutomationSimulator.Hosts;
using VpsPanel.AutomationSimulator.Switches;
using VpsPanel.Domain.Common;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Functional.Tests.Servers;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Platform.Jobs;

/// <summary>The pages of the job engine: who sees them, and what their buttons do.</summary>
public sealed class DashboardTests(Hosting hosting) : IClassFixture<Hosting>, IAsyncLifetime
{
    private const string Session = BrowserSteps.Session;
    private const string Failed = "/hangfire/jobs/failed";

    private PanelApp App => hosting.App;

    public async Task InitializeAsync()
    {
        // The first admin of a database may do everything.
        _ = await App.Primary();
        hosting.Upstream.Simulator.Reset();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_cookie_is_given_to_an_admin_with_the_right_and_to_nobody_else()
    {
        var viewer = await App.NewAdmin("jobs.view");
        using var reply = await viewer.Http.PostAsync(Session, null);

        reply.StatusCode.Should().Be(HttpStatusCode.OK);
        var cookie = reply.Headers.GetValues("Set-Cookie").Should().ContainSingle().Subject;
        cookie.Should().ContainEquivalentOf("httponly").And.ContainEquivalentOf("samesite=strict").And.ContainEquivalentOf("path=/hangfire")
            .And.NotContain(viewer.Token);
        (await (await App.NewAdmin("jobs.other")).Http.Post(Session)).Code.Should().Be("auth.permission_denied");
        (await (await App.NewUser()).Http.Post(Session)).Code.Should().Be("auth.admin_required");
        (await App.Anonymous.Post(Session)).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_pages_open_with_the_cookie_alone_and_close_with_the_session()
    {
        (await App.Anonymous.Get("/hangfire")).Status.Should().Be(HttpStatusCode.Unauthorized);
        var viewer = await App.NewAdmin("jobs.view");
        using var browser = await App.Browser(viewer);

        (await browser.Get("/hangfire")).Text.Should().Contain("VpsPanel jobs");
        using (var page = await browser.GetAsync("/hangfire"))
        {
            var policy = page.Headers.GetValues("Content-Security-Policy").Single();
            policy.Should().Contain("default-src 'none'").And.Contain("script-src 'self'").And.NotContain("unsafe");
            page.Headers.GetValues("X-Frame-Options").Should().Equal("DENY");
            page.Headers.CacheControl!.NoStore.Should().BeTrue();
        }

        _ = (await viewer.Http.Post("/api/v1/auth/logout")).Ok;
        (await browser.Get("/hangfire")).Code.Should().Be("auth.required");
    }

    [Fact]
    public async Task The_cookie_opens_nothing_else_and_is_good_for_half_an_hour()
    {
        var viewer = await App.NewAdmin("*");
        using var browser = await App.Browser(viewer);

        (await browser.Get("/admin/api/v1/users")).Status.Should().Be(HttpStatusCode.Unauthorized);
        App.Clock.Advance(TimeSpan.FromMinutes(29));
        (await browser.Get("/hangfire")).Status.Should().Be(HttpStatusCode.OK);
        App.Clock.Advance(TimeSpan.FromMinutes(2));
        (await browser.Get("/hangfire")).Status.Should().Be(HttpStatusCode.Unauthorized);
        using var forged = App.Client(null);
        forged.DefaultRequestHeaders.Add("Cookie", "vpspanel_jobs=v1.nonsense");
        (await forged.Get("/hangfire")).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_right_that_is_taken_away_closes_the_pages()
    {
        var viewer = await App.NewAdmin("jobs.view");
        using var browser = await App.Browser(viewer);
        (await browser.Get("/hangfire")).Status.Should().Be(HttpStatusCode.OK);

        await App.Change("permission_groups", "grants = 'order.list'", "id",
            await App.Scalar<long>("select permission_group_id from users where id = $1", viewer.Id.Value));
        App.Clock.Advance(TimeSpan.FromSeconds(5));

        (await browser.Get("/hangfire")).Code.Should().Be("auth.permission_denied");
    }

    [Fact]
    public async Task Who_may_only_look_sees_a_failed_host_with_its_order_and_no_buttons()
    {
        var (order, job) = await FailedHost();
        using var browser = await App.Browser(await App.NewAdmin("jobs.*", "order.*"));

        var page = (await browser.Get(Failed)).Text;
        page.Should().Contain(await NumberOf(order)).And.Contain("state 11").And.NotContain("failed/requeue");
        (await browser.Get($"/hangfire/jobs/details/{job}")).Text.Should().Contain(await NumberOf(order));
        (await browser.Press("/hangfire/jobs/failed/requeue", job)).Code.Should().Be("auth.permission_denied");
        (await browser.Press($"/hangfire/jobs/actions/requeue/{job}")).Code.Should().Be("auth.permission_denied");
        (await hosting.StatusOf(order)).Should().Be("failed");
    }

    [Fact]
    public async Task A_retry_runs_the_orders_own_command_as_the_admin_and_marks_the_old_job()
    {
        var (order, job) = await FailedHost();
        var admin = await App.NewAdmin("jobs.view", "jobs.manage", "order.retry");
        using var browser = await App.Browser(admin);
        (await browser.Get(Failed)).Text.Should().Contain("failed/requeue");
        hosting.Upstream.Simulator.SetState(hosting.Upstream.Hosts.Single().Id, HostState.Running);

        (await browser.Press($"/hangfire/jobs/actions/requeue/{job}")).Status.Should().Be(HttpStatusCode.NoContent);
        await hosting.Reach(order, "active");

        (await App.StateOf(job)).Should().Be("Superseded");
        (await App.JobOf(order)).Should().NotBe(job);
        (await App.Scalar<long>(
            "select count(*) from audit_logs where action = 'order.retry' and target_id = $1 and admin_id = $2",
            $"{order.Value}", admin.Id.Value)).Should().Be(1);
        hosting.Upstream.Calls.Of("create_host").Should().ContainSingle();
    }

    [Fact]
    public async Task A_retry_needs_the_commands_own_permission_too()
    {
        var (order, job) = await FailedHost();
        using var browser = await App.Browser(await App.NewAdmin("jobs.view", "jobs.manage"));

        (await browser.Press("/hangfire/jobs/failed/requeue", job)).Code.Should().Be("auth.permission_denied");

        (await hosting.StatusOf(order)).Should().Be("failed");
        (await App.StateOf(job)).Should().Be("Failed");
    }

    [Fact]
    public async Task A_request_that_another_page_made_the_browser_send_is_refused()
    {
        var (order, job) = await FailedHost();
        using var browser = await App.Browser(await App.NewAdmin("*"));
        var path = $"/hangfire/jobs/actions/requeue/{job}";

        (await browser.Press(path, from: "https://evil.example")).Code.Should().Be("dashboard.cross_origin");
        (await browser.Press(path, from: null)).Code.Should().Be("dashboard.cross_origin");
        (await browser.Press(path, site: "same-site")).Code.Should().Be("dashboard.cross_origin");
        (await browser.Press(path, site: "cross-site")).Code.Should().Be("dashboard.cross_origin");

        (await hosting.StatusOf(order)).Should().Be("failed");
        (await App.StateOf(job)).Should().Be("Failed");
    }

    [Theory]
    [InlineData("jobs/failed/delete")]
    [InlineData("jobs/enqueued/delete")]
    [InlineData("jobs/scheduled/enqueue")]
    [InlineData("jobs/actions/delete/1")]
    [InlineData("recurring/remove")]
    public async Task Nothing_can_be_deleted_or_moved_by_hand(string command)
    {
        using var browser = await App.Browser(await App.NewAdmin("*"));

        (await browser.Press($"/hangfire/{command}", "1")).Status.Should().Be(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task What_did_not_fail_is_not_retried()
    {
        var order = await hosting.PlaceOrder(await App.NewUser());
        await hosting.Approve(order);
        await hosting.Reach(order, "active");
        var job = await App.JobOf(order);
        await Eventually.Become(async () => await App.StateOf(job) == "Succeeded", "the job has ended");
        using var browser = await App.Browser(await App.NewAdmin("*"));

        (await browser.Press($"/hangfire/jobs/actions/requeue/{job}")).Code.Should().Be("jobs.not_failed");
        (await browser.Press("/hangfire/jobs/actions/requeue/999999")).Code.Should().Be("jobs.not_found");
        (await browser.Press("/hangfire/jobs/failed/requeue", "999999")).Code.Should().Be("jobs.not_found");
    }

    [Fact]
    public async Task The_dashboards_own_figures_are_for_those_who_may_look()
    {
        using var browser = await App.Browser(await App.NewAdmin("jobs.view"));

        var figures = await browser.Press("/hangfire/stats", name: "metrics[]", jobs: "servers:count");

        figures.Status.Should().Be(HttpStatusCode.OK);
        figures.Text.Should().Contain("servers:count");
    }

    private Task<string> NumberOf(OrderId order) => App.Scalar<string>("select order_no from orders where id = $1", order.Value);

    private async Task<(OrderId Order, string Job)> FailedHost()
    {
        hosting.Upstream.Switches.Add("create_host", SwitchKind.FailBoot, times: 1);
        var order = await hosting.PlaceOrder(await App.NewUser());
        await hosting.Approve(order);
        await hosting.Reach(order, "failed");
        var job = await App.JobOf(order);
        await Eventually.Become(async () => await App.StateOf(job) == "Failed", "the job shows the failure");
        return (order, job);
    }
}
