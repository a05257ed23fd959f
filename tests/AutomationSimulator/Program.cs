using System.Globalization;
using VpsPanel.AutomationSimulator.Hosts;

namespace VpsPanel.AutomationSimulator;

// A named class, not top-level statements: the test projects also see the API's own Program.
internal static class Program
{
    internal static async Task<int> Main(string[] args)
    {
        // What is written and read must not depend on the language of the machine.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

        try
        {
            await using var host = await AutomationSimulatorHost.Start(SimulatorOptions.FromCommandLine(args));
            Console.WriteLine($"Automation simulator is ready at {host.BaseUrl}");
            await host.WaitForShutdown();
            return 0;
        }
        catch (Exception problem) when (problem is IOException or FormatException or BrokenStateException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"simulator: {problem.Message}");
            return 1;
        }
    }
}
