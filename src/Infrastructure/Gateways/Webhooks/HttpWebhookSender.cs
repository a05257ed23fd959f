using System.Net.Http.Headers;
using System.Text;
using Polly.Timeout;
using VpsPanel.Application.Engagement.Webhooks;
using VpsPanel.Domain.Engagement.Webhooks;
using VpsPanel.Infrastructure.Logs;

namespace VpsPanel.Infrastructure.Gateways.Webhooks;

/// <summary>Posts a message and reads no more of the answer than a person would.</summary>
internal sealed class HttpWebhookSender(IHttpClientFactory clients, CallLimits limits, TimeProvider clock) : IWebhookSender
{
    public const string ClientName = "webhooks";
    private const int MaxAnswerBytes = 2048;
    private static readonly TimeSpan TimeOut = TimeSpan.FromSeconds(8);

    public async Task<WebhookAttempt> Send(WebhookEndpoint hook, WebhookMessage message, CancellationToken ct)
    {
        try
        {
            return await limits.Run(ClientName, TimeOut, token => Post(hook, message, token), ct);
        }
        catch (TimeoutRejectedException)
        {
            return new WebhookAttempt(null, "no answer within 8 seconds", IsTimeout: true);
        }
        catch (HttpRequestException error)
        {
            return error.InnerException is TargetRefusedException refused
                ? new WebhookAttempt(null, refused.Message, IsRefused: true)
                : new WebhookAttempt(null, $"no connection: {error.HttpRequestError}");
        }
        catch (Exception error) when (error is IOException or UriFormatException or InvalidOperationException)
        {
            return new WebhookAttempt(null, $"no connection: {error.GetType().Name}");
        }
    }

    private async ValueTask<WebhookAttempt> Post(WebhookEndpoint hook, WebhookMessage message, CancellationToken ct)
    {
        using var client = clients.CreateClient(ClientName);
        using var request = Request(hook, message);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        var answer = await Beginning(response, ct);
        return new WebhookAttempt((int)response.StatusCode, answer, RetryAfter(response.Headers.RetryAfter));
    }

    private HttpRequestMessage Request(WebhookEndpoint hook, WebhookMessage message)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(hook.Url))
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(message.Body)),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds();
        request.Headers.Add("X-Event", message.EventType);
        request.Headers.Add("webhook-id", message.MessageId);
        request.Headers.Add("webhook-timestamp", timestamp.ToString());
        if (hook.Secret.Length == 0)
            return request;

        request.Headers.Add("X-Signature", WebhookSignatures.Hex(hook.Secret, message.Body));
        request.Headers.Add("webhook-signature", WebhookSignatures.Standard(hook.Secret, message.MessageId, timestamp, message.Body));
        return request;
    }

    /// <summary>The rest is left unread: closing the connection is cheaper than taking in whatever a stranger sends.</summary>
    private static async Task<string> Beginning(HttpResponseMessage response, CancellationToken ct)
    {
        var bytes = new byte[MaxAnswerBytes];
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        var count = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        return LogRedactor.Text(Encoding.UTF8.GetString(bytes, 0, count));
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? asked) => asked?.Delta ?? (asked?.Date - clock.GetUtcNow());
}
