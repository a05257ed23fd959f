namespace VpsPanel.Testing;

/// <summary>Waits for a condition with a deadline, instead of for a time.</summary>
public static class Eventually
{
    public static async Task<T> Get<T>(Func<Task<T?>> look, string what, int seconds = 20)
        where T : class
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        while (!deadline.IsCancellationRequested)
        {
            if (await look() is { } found)
                return found;

            await Task.Delay(20);
        }

        throw new TimeoutException($"Not within {seconds} s: {what}");
    }

    public static Task Become(Func<Task<bool>> look, string what, int seconds = 20) =>
        Get(async () => await look() ? what : null, what, seconds);
}
