using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace VpsPanel.Functional.Tests.Engagement.Webhooks;

/// <summary>One call as it came in.</summary>
public sealed record Call(string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string Event => Headers["X-Event"];
}

/// <summary>Stands in for somebody's endpoint: keeps what it gets, answers what it is told to.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Call> _calls = new();

    private Receiver(WebApplication app) => _app = app;

    public string Url { get; private set; } = "";

    public IReadOnlyList<Call> Calls => [.. _calls];

    /// <summary>Answers a call; 200 while it is null.</summary>
    public Func<HttpContext, Call, Task>? Answer { get; set; }

    public static async Task<Receiver> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var receiver = new Receiver(builder.Build());
        receiver._app.Urls.Add("http://127.0.0.1:0");
        receiver._app.Run(receiver.Take);
        await receiver._app.StartAsync();
        receiver.Url = receiver._app.Urls.Single();
        return receiver;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task Take(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var headers = http.Request.Headers.ToDictionary(
            header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var call = new Call(http.Request.Path, headers, await reader.ReadToEndAsync());
        _calls.Enqueue(call);
        if (Answer is { } answer)
            await answer(http, call);
    }
}
