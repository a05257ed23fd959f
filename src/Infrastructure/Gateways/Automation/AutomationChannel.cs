using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;
using Polly.Timeout;
using VpsPanel.Application.Platform.Pipeline;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Gateways.Automation;

/// <summary>
/// The way to the upstream and back. Believes nothing: a status says nothing here, a page may come instead of JSON, half a
/// reply instead of a whole one, and redirects are read but never followed.
/// </summary>
internal sealed partial class AutomationChannel(
    IHttpClientFactory clients, CallLimits limits, ISettings settings, IOptions<AutomationOptions> fallback, AutomationTrace trace,
    TimeProvider clock, ILogger<AutomationChannel> log)
{
    public const string ClientName = "automation";
    public const int MaxReplyBytes = 1024 * 1024;
    private const string DefaultPath = "/index.php/api/cloud";
    private const int MaxMessage = 200;
    private static readonly TimeSpan RetryGap = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<int, ResiliencePipeline<Result<AutomationReply>>> _retries = new();

    /// <exception cref="InvalidOperationException">A transaction is open: a call takes seconds, and its locks would be held as long.</exception>
    public async Task<Result<AutomationReply>> Send(AutomationCall call, CancellationToken ct)
    {
        if (CurrentWork.IsOpen)
            throw new InvalidOperationException($"{call.Action} was to be asked of the upstream inside a transaction.");

        if (!await settings.IsOn(AutomationSettings.Enabled, ct))
            return AutomationErrors.Disabled;

        if (await settings.IsOn(AutomationSettings.DryRun, ct))
            return DryRun.Answer(call);

        if (await Account(ct) is not { } account)
            return AutomationErrors.Disabled;

        var retries = call.IsRead ? (int)await settings.Number(AutomationSettings.Retry, ct) : 0;
        return retries == 0
            ? await Exchange(call, account, ct)
            : await _retries.GetOrAdd(retries, RetryReads).ExecuteAsync(async token => await Exchange(call, account, token), ct);
    }

    private static ResiliencePipeline<Result<AutomationReply>> RetryReads(int times) =>
        new ResiliencePipelineBuilder<Result<AutomationReply>>()
            .AddRetry(new RetryStrategyOptions<Result<AutomationReply>>
            {
                MaxRetryAttempts = times,
                Delay = RetryGap,
                UseJitter = true,
                ShouldHandle = attempt => ValueTask.FromResult(
                    attempt.Outcome.Result is { Error.Code: not "automation.failed" } result && !result.IsSuccess),
            })
            .Build();

    private async Task<Account?> Account(CancellationToken ct)
    {
        var url = await settings.Get(AutomationSettings.BaseUrl, ct);
        var key = await settings.Get(AutomationSettings.ApiKey, ct);
        url = string.IsNullOrWhiteSpace(url) ? fallback.Value.BaseUrl : url;
        key = string.IsNullOrWhiteSpace(key) ? fallback.Value.ApiKey : key;
        if (!Uri.TryCreate(url.Trim(), UriKind.Absolute, out var root) || root.Scheme is not ("http" or "https")
            || string.IsNullOrWhiteSpace(key))
            return null;

        if (root.AbsolutePath == "/")
            root = new Uri(root, DefaultPath);

        return new Account(root, key.Trim(), await settings.CallTimeout(ct));
    }

    private async Task<Result<AutomationReply>> Exchange(AutomationCall call, Account account, CancellationToken ct)
    {
        var started = clock.GetTimestamp();
        var (result, status, body) = await Ask(call, account, ct);
        if (!result.IsSuccess)
            LogRefused(call.Action, result.Error.Code, result.Error.Message);

        await trace.Note(call, account.Root, new Exchange(status, body, clock.GetElapsedTime(started)), result.Error?.Message, ct);
        return result;
    }

    private async Task<(Result<AutomationReply> Result, int Status, byte[] Body)> Ask(
        AutomationCall call, Account account, CancellationToken ct)
    {
        try
        {
            return await limits.Run(ClientName, account.Timeout, token => Ask(call, account, clients, token), ct);
        }
        catch (TimeoutRejectedException)
        {
            return (AutomationErrors.Timeout, 0, []);
        }
        catch (HttpRequestException error)
        {
            return (Meaning(error.HttpRequestError), 0, []);
        }
        catch (IOException)
        {
            return (AutomationErrors.LostReply, 0, []);
        }
    }

    private static async ValueTask<(Result<AutomationReply> Result, int Status, byte[] Body)> Ask(
        AutomationCall call, Account account, IHttpClientFactory clients, CancellationToken ct)
    {
        using var client = clients.CreateClient(ClientName);
        using var request = call.ToRequest(account.Root, account.ApiKey);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, ct);
        var body = await response.Content.ReadAsByteArrayAsync(ct);
        return (Read(response, body, call, account), (int)response.StatusCode, body);
    }

    private static Error Meaning(HttpRequestError error) => error switch
    {
        HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError =>
            AutomationErrors.Unreachable,
        HttpRequestError.ConfigurationLimitExceeded => AutomationErrors.Garbage,
        _ => AutomationErrors.LostReply,
    };

    private static Uri? LocationOf(HttpResponseMessage response) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 ? response.Headers.Location : null;

    private static Result<AutomationReply> Read(
        HttpResponseMessage response, ReadOnlyMemory<byte> body, AutomationCall call, Account account)
    {
        if (LocationOf(response) is { } location)
            return new AutomationReply(default, new Uri(new Uri(account.Root, "/"), location));

        if (Parse(body) is not { ValueKind: JsonValueKind.Object } envelope)
            return AutomationErrors.Garbage;

        var reply = new UpstreamObject(envelope);
        if (reply.Number("code") is not { } code)
            return AutomationErrors.Garbage;

        // The port search has its own idea of success.
        if (code == 1 || (code == 0 && envelope.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.Array))
            return new AutomationReply(envelope, null);

        var message = call.Masked(reply.Text("msg").ReplaceLineEndings(" "), account.ApiKey);
        return AutomationErrors.Failed(message.Length > MaxMessage ? message[..MaxMessage] : message);
    }

    private static JsonElement? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            var text = body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The upstream did not do {Action}: {Code} {Reason}")]
    private partial void LogRefused(string action, string code, string reason);
}

/// <summary>Where the upstream is and how to ask it.</summary>
internal sealed record Account(Uri Root, string ApiKey, TimeSpan Timeout)
{
    public override string ToString() => Root.ToString();
}
