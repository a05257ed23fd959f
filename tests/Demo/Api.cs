using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace VpsPanel.Demo;

/// <summary>Calls the service as one person and tells every call. A refusal ends the walk.</summary>
public sealed class Api(HttpClient http, Action<string> tell, string who, string? token = null)
{
    // Bodies are anonymous types here, which the serializer's default does not know.
    private static readonly JsonSerializerOptions ByReflection = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    public Api As(string person, string itsToken) => new(http, tell, person, itsToken);

    public Task<JsonNode> Get(string path) => Call(HttpMethod.Get, path);

    public Task<JsonNode> Post(string path, object? body = null, string? key = null) => Call(HttpMethod.Post, path, body, key);

    public Task<JsonNode> Patch(string path, object body) => Call(HttpMethod.Patch, path, body);

    public Task<JsonNode> Delete(string path) => Call(HttpMethod.Delete, path);

    /// <summary>The address that a redirect points to.</summary>
    public async Task<Uri> Redirect(string path)
    {
        using var response = await Send(HttpMethod.Get, path, null, null);
        Tell(HttpMethod.Get, path, response);
        return response.Headers.Location
            ?? throw new DemoException($"{path} does not redirect: {await response.Content.ReadAsStringAsync()}");
    }

    /// <summary>A call whose answer is text, such as a gateway's notice.</summary>
    public async Task<string> Text(string path)
    {
        using var response = await Send(HttpMethod.Get, path, null, null);
        Tell(HttpMethod.Get, path.Split('?')[0], response);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Reads server-sent events into the list until cancelled.</summary>
    public async Task Follow(string path, Action<string> heard, TaskCompletionSource connected, CancellationToken ct)
    {
        using var request = Request(HttpMethod.Get, path, null, null);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        response.EnsureSuccessStatusCode();
        connected.SetResult();
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(ct));
        while (await lines.ReadLineAsync(ct) is { } line)
        {
            if (line.StartsWith("event:", StringComparison.Ordinal))
                heard(line[6..].Trim());
        }
    }

    private async Task<JsonNode> Call(HttpMethod method, string path, object? body = null, string? key = null)
    {
        using var response = await Send(method, path, body, key);
        Tell(method, path, response);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(text)!
            : throw new DemoException($"{method} {path}: {(int)response.StatusCode} {text}");
    }

    private async Task<HttpResponseMessage> Send(HttpMethod method, string path, object? body, string? key)
    {
        using var request = Request(method, path, body, key);
        return await http.SendAsync(request);
    }

    private HttpRequestMessage Request(HttpMethod method, string path, object? body, string? key)
    {
        var request = new HttpRequestMessage(method, path);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        if (body is not null)
            request.Content = new StringContent(JsonSerializer.Serialize(body, body.GetType(), ByReflection), Encoding.UTF8, "application/json");

        return request;
    }

    private void Tell(HttpMethod method, string path, HttpResponseMessage response) =>
        tell($"  {who,-8} {method.Method,-6} {path} -> {(int)response.StatusCode}");
}

/// <summary>The service did something else than the walk expects.</summary>
public sealed class DemoException : Exception
{
    public DemoException()
    {
    }

    public DemoException(string message)
        : base(message)
    {
    }

    public DemoException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
