using FluentAssertions;
using Microsoft.Playwright;
using VpsPanel.AutomationSimulator.Hosts;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Browser.Tests;

/// <summary>The pages of the job engine as an admin sees them.</summary>
[Collection(Pages.Name)]
public sealed class JobsDashboardTests(RunningService service, Chromium chromium)
{
    private const string Session = "/admin/api/v1/dashboard-session";

    [Fact]
    public async Task An_admin_sees_a_failed_host_with_its_order_retries_it_and_the_order_becomes_active()
    {
        var (order, number) = await service.FailedOrder();
        service.Upstream.Simulator.SetState(service.Upstream.Hosts.Single().Id, HostState.Running);
        var admin = await service.People.NewAdmin("jobs.view", "jobs.manage", "order.retry");
        await using var window = await chromium.Open(service.Address);
        (await SignIn(window.Page, admin)).Status.Should().Be(200);

        await window.Page.GotoAsync("/hangfire/jobs/failed");
        await Assertions.Expect(window.Page.Locator(".js-jobs-list")).ToContainTextAsync(number);
        await Assertions.Expect(window.Page.Locator("[data-url$='/failed/delete']")).ToBeHiddenAsync();
        await window.Page.Locator(".js-jobs-list-checkbox").First.CheckAsync();
        await window.Page.Locator("[data-url$='/failed/requeue']").ClickAsync();
        await Assertions.Expect(window.Page.GetByText(number)).ToHaveCountAsync(0);

        await Eventually.Become(async () => await service.StatusOf(order) == "active", "the order is active", 60);
        window.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task An_admin_without_the_right_gets_neither_a_cookie_nor_a_page()
    {
        var admin = await service.People.NewAdmin("order.list");
        await using var window = await chromium.Open(service.Address);

        (await SignIn(window.Page, admin)).Status.Should().Be(403);
        (await window.Page.GotoAsync("/hangfire"))!.Status.Should().Be(401);
    }

    /// <summary>The answer's cookie belongs to the page's profile.</summary>
    private static Task<IAPIResponse> SignIn(IPage page, Person admin) => page.APIRequest.PostAsync(Session, new()
    {
        Headers = new Dictionary<string, string> { ["Authorization"] = $"Bearer {admin.Token}" },
    });
}
