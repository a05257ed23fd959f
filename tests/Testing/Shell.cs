using System.Diagnostics;
using System.Text;

namespace VpsPanel.Testing;

/// <summary>How a program ended, and all that it wrote.</summary>
public sealed record ShellResult(int ExitCode, string Output)
{
    /// <summary>What it wrote, when it succeeded.</summary>
    /// <exception cref="InvalidOperationException">It ended with another code than 0.</exception>
    public string Ok => ExitCode == 0 ? Output : throw new InvalidOperationException($"It ended with {ExitCode}:\n{Output}");
}

/// <summary>Runs a program to its end, as somebody at a terminal would.</summary>
public static class Shell
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(6);

    /// <param name="settings">Its environment beside that of the tests, of which what belongs to the test platform is left out.</param>
    public static async Task<ShellResult> Run(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? settings = null, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder ?? "",
        };
        foreach (var foreign in start.Environment.Keys.Where(IsOfTests).ToList())
            start.Environment.Remove(foreign);

        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Keep(output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(output, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var deadline = new CancellationTokenSource(Deadline);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException tooLate)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} did not end within {Deadline.TotalMinutes} min:\n{output}", tooLate);
        }

        lock (output)
            return new ShellResult(process.ExitCode, output.ToString());
    }

    private static void Keep(StringBuilder output, string? line)
    {
        lock (output)
            output.AppendLine(line);
    }

    private static bool IsOfTests(string name) =>
        name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase) || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase);
}
