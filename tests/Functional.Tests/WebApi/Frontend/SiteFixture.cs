using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.WebApi.Frontend;

/// <summary>A node behind a real socket that serves a small built client.</summary>
public sealed class SiteFixture : IAsyncLifetime
{
    public const string Page = "<!doctype html><title>Console</title>";

    private readonly string _root = Directory.CreateTempSubdirectory("vpspanel-frontend-").FullName;

    public PanelApp App { get; } = new();

    public string Folder => Path.Combine(_root, "site");

    public HttpClient Http { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Write("site/index.html", Page);
        Write("site/robots.txt", "User-agent: *");
        Write("site/assets/index-DiwrgTda.js", "run()");
        Write("site/assets/main.3f2a1b9c.css", "body{}");
        Write("site/assets/jquery-migrate.js", "old()");
        Write("site/.env", "SECRET=outside");
        Write("secret.txt", "outside");
        await App.InitializeAsync();
        var node = App.AddNode(new Dictionary<string, string> { ["Frontend:Path"] = Folder });
        node.UseKestrel(0);
        node.StartServer();
        Address = node.ClientOptions.BaseAddress;
        Http = node.CreateClient();
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await App.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    private void Write(string name, string text)
    {
        var file = Path.Combine(_root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
