using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Browser.Tests;

/// <summary>A service behind a real socket whose panel hides its admin routes.</summary>
public sealed class SwaggerService : IAsyncLifetime
{
    public const string AdminPrefix = "quiet-door";

    private readonly PanelApp _app = new()
    {
        HasSockets = true,
        Configuration = new Dictionary<string, string> { ["Panel:AdminPrefix"] = AdminPrefix },
    };

    public Uri Address { get; private set; } = null!;

    public Person Admin { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        Admin = await _app.Primary();
        Address = Admin.Http.BaseAddress!;
    }

    public Task DisposeAsync() => _app.DisposeAsync();
}
