using Microsoft.Playwright;
using Xunit;

namespace VpsPanel.Browser.Tests;

/// <summary>
/// Debian's Chromium, started once for all tests, with an empty profile for each page. build/test.sh installs it;
/// VPSPANEL_CHROMIUM names another one.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string Program = Environment.GetEnvironmentVariable("VPSPANEL_CHROMIUM") ?? "/usr/bin/chromium";

    // A test asks nobody but the service under test.
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--disable-dev-shm-usage",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (!File.Exists(Program))
            throw new InvalidOperationException($"{Program} is missing: run build/test.sh, or set VPSPANEL_CHROMIUM.");

        Assertions.SetDefaultExpectTimeout(WatchedPage.Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Headless = true, Args = Flags });
    }

    /// <summary>A page that has never seen this service before.</summary>
    public async Task<WatchedPage> Open(Uri address)
    {
        var profile = await _browser!.NewContextAsync(new() { BaseURL = address.AbsoluteUri });
        return new WatchedPage(await profile.NewPageAsync());
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();

        _playwright?.Dispose();
    }
}
