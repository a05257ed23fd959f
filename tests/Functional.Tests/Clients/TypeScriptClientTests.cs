using System.Diagnostics;
using FluentAssertions;
using Xunit;

namespace VpsPanel.Functional.Tests.Clients;

/// <summary>The TypeScript that NSwag makes of openapi.yaml. package.json beside it names the compiler's version.</summary>
public sealed class TypeScriptClientTests
{
    private static readonly string Folder = Path.Combine(Root(), "tests", "GeneratedClient");

    [Fact]
    public async Task It_compiles_under_strict_rules()
    {
        var compiler = Path.Combine(Folder, "node_modules", "typescript", "lib", "tsc.js");
        File.Exists(compiler).Should().BeTrue("build/test.sh installs the compiler");

        var (code, said) = await Run("node", compiler, "--project", Folder);

        code.Should().Be(0, said);
        File.ReadAllText(Path.Combine(Folder, "obj", "vpspanel-client.ts")).Should().Contain(" placePlanOrder(").And.Contain("status: OrderStatus;");
    }

    private static async Task<(int Code, string Said)> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "VpsPanel.sln")))
            folder = folder.Parent!;

        return folder.FullName;
    }
}
