namespace VpsPanel.Demo;

/// <summary>Waits for what happens in the background, and gives up with a reason.</summary>
internal static class Wait
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    public static async Task Until(Func<Task<bool>> reached, string what)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        while (!await reached())
        {
            if (deadline.IsCancellationRequested)
                throw new DemoException($"Not within {Deadline.TotalSeconds} s: {what}");

            await Task.Delay(250, CancellationToken.None);
        }
    }
}
