using System.Diagnostics;
using System.Net;
using System.Runtime.Loader;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Identity.ThirdParty;

/// <summary>The clients that docs/integrations.md hands out work, as they stand there, against the real service.</summary>
public sealed class IntegrationGuideTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private const string Plans = "/api/v1/user/plans";
    private const string Key = "partner";
    private const string Secret = "a secret with a blank and 中文";

    private PanelProcess _service = null!;
    private HttpClient _http = null!;
    private string _token = "";

    public async Task InitializeAsync()
    {
        var admin = await app.Primary();
        _ = (await admin.Http.Patch(
            "/api/v1/admin/security-settings", new { third_party_api_enabled = true, api_key = Key, api_secret = Secret })).Ok;
        _token = (await app.NewUser()).Token;
        _service = new PanelProcess(app.ConnectionString);
        await _service.Start();
        _http = _service.Client(_token);
    }

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task The_client_in_csharp_signs_and_encrypts()
    {
        dynamic client = Activator.CreateInstance(Compile(Block("csharp")), _http, Key, Secret)!;

        using (HttpResponseMessage signed = await client.Send(HttpMethod.Get, Plans, "q=a%20b"))
            signed.StatusCode.Should().Be(HttpStatusCode.OK);
        using (HttpResponseMessage encrypted = await client.Send(HttpMethod.Get, Plans, json: "{}"u8.ToArray(), encrypt: true))
            encrypted.StatusCode.Should().Be(HttpStatusCode.OK);

        (await _http.Get(Plans)).Code.Should().Be("signature.missing");
    }

    [Fact]
    public async Task The_client_in_bash_signs()
    {
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, Block("bash"));

        (await Bash(script, "GET", Plans, "q=a%20b"))["plans"]!.AsArray().Should().BeEmpty();
        (await Bash(script, "GET", Plans))["plans"]!.AsArray().Should().BeEmpty("nothing is sold here");
        File.Delete(script);
    }

    private static string Block(string language)
    {
        var guide = File.ReadAllText(Path.Combine(Root(), "docs", "integrations.md"));
        var start = guide.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return guide[start..guide.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static string Root()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(here!.FullName, "VpsPanel.sln")))
            here = here.Parent;

        return here.FullName;
    }

    private static Type Compile(string code)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "guide",
            [CSharpSyntaxTree.ParseText(code)],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var assembly = new MemoryStream();
        var emitted = compilation.Emit(assembly);
        emitted.Diagnostics.Where(problem => problem.Severity >= DiagnosticSeverity.Warning).Should().BeEmpty();
        assembly.Position = 0;
        return AssemblyLoadContext.Default.LoadFromStream(assembly).GetTypes().Single(type => type.IsPublic);
    }

    private async Task<JsonNode> Bash(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", [script, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["BASE"] = _http.BaseAddress!.ToString().TrimEnd('/');
        start.Environment["TOKEN"] = _token;
        start.Environment["API_KEY"] = Key;
        start.Environment["API_SECRET"] = Secret;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0);
        return JsonNode.Parse(output)!;
    }
}
