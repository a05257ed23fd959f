using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace VpsPanel.Browser.Tests;

/// <summary>A page together with everything that the browser complained about while it was open.</summary>
public sealed class WatchedPage : IAsyncDisposable
{
    /// <summary>Milliseconds that anything on a page may take; a machine that builds beside the tests is slow.</summary>
    public const float Patience = 30_000;

    private readonly ConcurrentQueue<string> _complaints = new();

    public WatchedPage(IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        Page = page;
        page.SetDefaultTimeout(Patience);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _complaints.Enqueue($"{message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => _complaints.Enqueue($"thrown: {error}");
        page.RequestFailed += (_, request) => _complaints.Enqueue($"failed: {request.Url} {request.Failure}");
    }

    public IPage Page { get; }

    /// <summary>Console errors and warnings (a policy's refusals among them), uncaught errors, and requests without an answer.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
