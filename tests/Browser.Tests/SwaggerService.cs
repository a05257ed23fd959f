using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Browser.Tests;

/// <summary>The service as a process whose panel hides its admin routes.</summary>
public sealed class SwaggerService : IAsyncLifetime
{
    public const string AdminPrefix = "quiet-door";

    private readonly PanelApp _people = new();
    private PanelProcess? _service;

    public Uri Address => _service!.Address;

    public Person Admin { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await _people.InitializeAsync();
        Admin = await _people.Primary();
        _service = new PanelProcess(_people.ConnectionString)
        {
            Configuration = new Dictionary<string, string> { ["Panel:AdminPrefix"] = AdminPrefix },
        };
        await _service.Start();
    }

    public async Task DisposeAsync()
    {
        if (_service is not null)
            await _service.DisposeAsync();

        await _people.DisposeAsync();
    }
}
