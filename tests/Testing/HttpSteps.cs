using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;

namespace VpsPanel.Testing;

/// <summary>Calls and looks at what comes back, as a client written by somebody else would.</summary>
public static class HttpSteps
{
    public static Task<Reply> Post(this HttpClient http, string path, object? body = null, string? key = null) =>
        http.Call(HttpMethod.Post, path, body, key);

    public static Task<Reply> Patch(this HttpClient http, string path, object body) => http.Call(HttpMethod.Patch, path, body);

    public static Task<Reply> Delete(this HttpClient http, string path) => http.Call(HttpMethod.Delete, path);

    public static Task<Reply> Get(this HttpClient http, string path) => http.Call(HttpMethod.Get, path);

    /// <param name="body">A string is sent as it is, anything else as JSON with the property names given.</param>
    /// <param name="key">The Idempotency-Key header.</param>
    public static async Task<Reply> Call(this HttpClient http, HttpMethod method, string path, object? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            var text = body as string ?? TestJson.Write(body);
            request.Content = new StringContent(text, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);

        using var response = await http.SendAsync(request);
        return new Reply(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Location);
    }
}

/// <summary>What came back.</summary>
public sealed record Reply(HttpStatusCode Status, string Text, Uri? Location)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    /// <summary>The stable code of an error body.</summary>
    public string Code => (string)Json["code"]!;

    /// <summary>The body of a success; fails loudly with the whole reply otherwise.</summary>
    public JsonNode Ok => Status == HttpStatusCode.OK ? Json : throw new InvalidOperationException($"{(int)Status}: {Text}");

    /// <summary>A success that has nothing to tell.</summary>
    public void ShouldBeDone() => ((bool?)Ok["ok"]).Should().BeTrue(Text);

    /// <summary>A refusal in the one error body that says what is wrong with this field.</summary>
    public void ShouldName(string field, HttpStatusCode status = HttpStatusCode.BadRequest)
    {
        Status.Should().Be(status, Text);
        Code.Should().NotBeNullOrWhiteSpace();
        ((string)Json["message"]!).Should().NotBeNullOrWhiteSpace().And.Be((string)Json["error"]!);
        Json["details"]!.AsObject().Should().ContainKey(field, Text);
        Json["details"]![field]!.AsArray().Select(text => (string)text!).Should().NotBeEmpty(Text)
            .And.OnlyContain(text => !string.IsNullOrWhiteSpace(text), Text);
    }
}
