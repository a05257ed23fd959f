using FluentAssertions;
using Microsoft.Playwright;
using Xunit;

namespace VpsPanel.Browser.Tests;

/// <summary>The API pages as a person sees them.</summary>
[Collection(Pages.Name)]
public sealed class SwaggerTests(RunningService service, Chromium chromium)
{
    private const string PanelAdmin = "Panel admin";
    private const string HiddenRoute = "/api/v1/{adminPrefix}/plans";
    private const string KnownRoute = $"/api/v1/{RunningService.AdminPrefix}/plans";

    [Fact]
    public async Task The_page_loads_under_a_strict_policy_without_a_complaint()
    {
        await using var window = await chromium.Open(service.Address);

        var answer = await window.Page.GotoAsync("/swagger");
        await Expand(window.Page, "User");
        await Assertions.Expect(Operation(window.Page, "/api/v1/me").First).ToBeVisibleAsync();

        answer!.Headers["content-security-policy"].Should().StartWith("default-src 'none'; script-src 'self' 'sha256-")
            .And.NotContain("unsafe").And.NotContain("*");
        window.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task A_script_that_somebody_else_wrote_into_the_page_does_not_run()
    {
        await using var window = await chromium.Open(service.Address);
        await window.Page.GotoAsync("/swagger");

        await window.Page.EvaluateAsync(
            "() => { const foreign = document.createElement('script'); foreign.textContent = 'window.foreign = 1'; document.body.append(foreign); }");

        (await window.Page.EvaluateAsync<bool>("() => 'foreign' in window")).Should().BeFalse();
        window.Complaints.Should().ContainSingle().Which.Should().Contain("Content Security Policy");
    }

    [Fact]
    public async Task A_person_signs_in_with_a_token_and_calls_a_route()
    {
        await using var window = await chromium.Open(service.Address);
        await window.Page.GotoAsync("/swagger");
        await SignIn(window.Page, service.Admin.Token);
        await Expand(window.Page, "User");

        var operation = Operation(window.Page, "/api/v1/me").First;
        (await Call(operation)).Should().Be("200");

        await Assertions.Expect(operation.Locator(".live-responses-table")).ToContainTextAsync(service.Admin.Username);
        window.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task The_admin_prefix_is_asked_for_and_kept_in_the_browser()
    {
        await using var window = await chromium.Open(service.Address);
        await window.Page.GotoAsync("/swagger");
        await Expand(window.Page, PanelAdmin);
        await Assertions.Expect(Operation(window.Page, HiddenRoute).First).ToBeVisibleAsync();
        (await window.Page.ContentAsync()).Should().NotContain(RunningService.AdminPrefix);

        var field = window.Page.GetByLabel("Prefix of the panel's admin routes");
        await field.FillAsync("/" + RunningService.AdminPrefix + "/");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Use", Exact = true }).ClickAsync();
        await Assertions.Expect(Operation(window.Page, KnownRoute).First).ToBeVisibleAsync();
        await Assertions.Expect(Operation(window.Page, HiddenRoute)).ToHaveCountAsync(0);

        await window.Page.GotoAsync("/swagger");
        await Assertions.Expect(field).ToHaveValueAsync(RunningService.AdminPrefix);
        await SignIn(window.Page, service.Admin.Token);
        await Expand(window.Page, PanelAdmin);
        (await Call(Operation(window.Page, KnownRoute).First)).Should().Be("200");
        window.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task What_can_be_no_prefix_is_not_kept()
    {
        await using var window = await chromium.Open(service.Address);
        await window.Page.GotoAsync("/swagger");
        await Expand(window.Page, PanelAdmin);

        await window.Page.GetByLabel("Prefix of the panel's admin routes").FillAsync("../../evil?");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Use", Exact = true }).ClickAsync();

        await Assertions.Expect(window.Page.Locator(".admin-prefix output")).ToContainTextAsync("letters, digits");
        await Assertions.Expect(Operation(window.Page, HiddenRoute).First).ToBeVisibleAsync();
        (await window.Page.EvaluateAsync<int>("() => localStorage.length")).Should().Be(0);
    }

    private static async Task Expand(IPage page, string tag)
    {
        var section = page.Locator(".opblock-tag-section", new() { Has = page.Locator($"[data-tag=\"{tag}\"]") });
        await section.Locator(".expand-operation").ClickAsync();
    }

    /// <summary>The operations of a path; the first is its GET.</summary>
    private static ILocator Operation(IPage page, string path) =>
        page.Locator(".opblock", new() { Has = page.Locator($"[data-path=\"{path}\"]") });

    private static async Task SignIn(IPage page, string token)
    {
        await page.Locator("button.btn.authorize").First.ClickAsync();
        var dialog = page.Locator(".dialog-ux");
        await dialog.GetByLabel("auth-bearer-value").FillAsync(token);
        await dialog.Locator("button.authorize").First.ClickAsync();
        await dialog.Locator("button.btn-done").First.ClickAsync();
    }

    /// <summary>The status that the page shows.</summary>
    private static async Task<string> Call(ILocator operation)
    {
        await operation.Locator(".opblock-summary").ClickAsync();
        await operation.GetByRole(AriaRole.Button, new() { Name = "Try it out" }).ClickAsync();
        await operation.GetByRole(AriaRole.Button, new() { Name = "Execute" }).ClickAsync();
        var status = operation.Locator(".live-responses-table tbody .response-col_status");
        await status.WaitForAsync();
        return (await status.InnerTextAsync()).Split('\n')[0].Trim();
    }
}
