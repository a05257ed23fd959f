namespace VpsPanel.Functional.Tests.Simulator;

internal static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    internal static async Task Holds(Func<bool> condition)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        while (!condition()) await Task.Delay(10, deadline.Token);
    }
}
