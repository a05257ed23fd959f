using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Testing;
using VpsPanel.WebApi.Http.OpenApi;
using Xunit;

namespace VpsPanel.Functional.Tests.WebApi.Http;

/// <summary>The API document over the wire.</summary>
public sealed class PublishedDocumentTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Theory]
    [InlineData("/openapi/v1.json")]
    [InlineData("/openapi/v1.yaml")]
    public async Task Whoever_has_the_document_is_not_sent_it_again(string path)
    {
        using var first = await Get(path);
        var tag = first.Headers.ETag!;

        using var again = await Get(path, request => request.Headers.IfNoneMatch.Add(tag));
        using var strong = await Get(path, request => request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(tag.Tag)));
        using var among = await Get(path, request => request.Headers.TryAddWithoutValidation("If-None-Match", $"\"other\", {tag}"));
        using var other = await Get(path, request => request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"other\"")));

        foreach (var known in new[] { again, strong, among })
        {
            known.StatusCode.Should().Be(HttpStatusCode.NotModified);
            known.Headers.ETag.Should().Be(tag);
            (await known.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        }

        other.StatusCode.Should().Be(HttpStatusCode.OK);
        first.Headers.CacheControl!.NoCache.Should().BeTrue("a new release has another document");
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip;q=0.5, br;q=0", "gzip")]
    [InlineData("deflate", null)]
    [InlineData(null, null)]
    public async Task It_is_sent_compressed_to_those_who_take_that(string? accepted, string? encoding)
    {
        using var plain = await Get("/openapi/v1.json");
        using var reply = await Get("/openapi/v1.json", request => request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted ?? "identity"));

        reply.Content.Headers.ContentEncoding.SingleOrDefault().Should().Be(encoding);
        reply.Headers.Vary.Should().Contain("Accept-Encoding");
        var sent = await reply.Content.ReadAsByteArrayAsync();
        var expected = await plain.Content.ReadAsByteArrayAsync();
        reply.Content.Headers.ContentLength.Should().Be(sent.Length);
        Unpack(sent, encoding).Should().Equal(expected);
        if (encoding is not null)
            sent.Length.Should().BeLessThan(expected.Length / 5);
    }

    [Fact]
    public async Task It_is_made_for_the_first_who_asks_and_kept()
    {
        var published = app.Services.GetRequiredService<PublishedDocument>();

        var bodies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => published.Json)));
        using var reply = await Get("/openapi/v1.json");

        bodies.Should().OnlyContain(body => ReferenceEquals(body, bodies[0]));
        reply.Headers.ETag!.ToString().Should().Be(bodies[0].ETag);
    }

    [Fact]
    public async Task It_does_not_tell_where_an_installation_has_its_admin_routes()
    {
        const string prefix = "Quiet-Door/of-ours";
        var node = app.AddNode(new Dictionary<string, string> { ["Panel:AdminPrefix"] = prefix });
        using var http = app.Client(null, node);

        var hidden = await http.Get("/openapi/v1.json");
        var usual = await app.Anonymous.Get("/openapi/v1.json");

        // As truths, since a failure would print the whole document.
        hidden.Text.Contains("quiet", StringComparison.OrdinalIgnoreCase).Should().BeFalse();
        (hidden.Text == usual.Text).Should().BeTrue("every installation publishes the same document");
        (await app.Anonymous.Get("/openapi/v1.yaml")).Text.Contains("/api/v1/admin/", StringComparison.Ordinal).Should().BeFalse();
        var item = JsonNode.Parse(hidden.Text)!["paths"]!["/api/v1/{adminPrefix}/plans"]!;
        ((string)item["parameters"]![0]!["$ref"]!).Should().Be("#/components/parameters/adminPrefix");
        (await http.Get("/api/v1/quiet-door/of-ours/plans")).Status.Should().Be(HttpStatusCode.Unauthorized, "the route is there");
    }

    private static byte[] Unpack(byte[] sent, string? encoding)
    {
        using var source = new MemoryStream(sent);
        using Stream reader = encoding switch
        {
            "br" => new BrotliStream(source, CompressionMode.Decompress),
            "gzip" => new GZipStream(source, CompressionMode.Decompress),
            _ => source,
        };
        using var target = new MemoryStream();
        reader.CopyTo(target);
        return target.ToArray();
    }

    private async Task<HttpResponseMessage> Get(string path, Action<HttpRequestMessage>? more = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        more?.Invoke(request);
        return await app.Anonymous.SendAsync(request);
    }
}
