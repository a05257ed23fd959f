using System.Text.Encodings.Web;
using System.Text.Json;
using FluentAssertions;
using Xunit;

namespace VpsPanel.Functional.Tests.WebApi.Routes;

/// <summary>Whoever tries an example of the API document gets past the check of its shape.</summary>
public sealed class ExampleTests(Store store) : IClassFixture<Store>
{
    // Never to be printed in a document: what only one person or one moment can know.
    private static readonly string[] Secrets = [];

    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> RoutesWithBody() => LiveRoute.Lines(line => !line.StartsWith("GET ", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(RoutesWithBody))]
    public async Task The_example_of_a_body_is_taken(string line)
    {
        var route = LiveRoute.Find(store.App, line);
        if (route.BodyType is null)
            return;

        var (http, path) = await store.Reach(route);
        var example = await store.ExampleBody(route);

        example.Should().NotBeNull();
        var reply = await http.Call(route, path, example!.ToJsonString(AsWritten));
        ((int)reply.Status).Should().BeLessThan(500, reply.Text);
        if ((int)reply.Status == 400)
            Secrets.Should().Contain(reply.Code, "{0} does not take {1}: {2}", line, example.ToJsonString(AsWritten), reply.Text);
    }
}
