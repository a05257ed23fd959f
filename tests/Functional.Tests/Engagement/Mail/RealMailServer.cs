using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Engagement.Mail;

/// <summary>A real mail server, and the real service, which trusts the authority of its certificate.</summary>
public sealed class RealMailServer : IAsyncLifetime
{
    public PanelApp App { get; } = new();

    public EximServer Exim { get; private set; } = null!;

    public PanelProcess Service { get; private set; } = null!;

    /// <summary>The primary admin at the service.</summary>
    public HttpClient Admin { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var exim = EximServer.Start();
        await App.InitializeAsync();
        var admin = await App.Primary();
        await App.Stop();
        Service = new PanelProcess(App.ConnectionString)
        {
            Configuration = new Dictionary<string, string> { ["Mail:TrustedCaFile"] = TestAuthority.Trusted.File },
        };
        await Service.Start();
        Admin = Service.Client(admin.Token);
        Exim = await exim;
    }

    public async Task DisposeAsync()
    {
        Admin.Dispose();
        await Service.DisposeAsync();
        await Exim.DisposeAsync();
        await App.DisposeAsync();
    }
}
