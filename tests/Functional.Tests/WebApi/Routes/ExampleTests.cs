using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using FluentAssertions.Execution;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.WebApi.Routes;

/// <summary>Whoever tries an example of the API document gets past the check of its shape.</summary>
public sealed class ExampleTests(Store store) : IClassFixture<Store>
{
    // What no document can know: a secret that only one person has, or what is stored at this very moment.
    private static readonly Dictionary<string, string> Unknowable = new()
    {
        ["auth.invalid_old_password"] = "the caller's password",
        ["auth.invalid_credentials"] = "somebody's password",
        ["captcha.failed"] = "what the picture shows",
        ["password_reset.not_found"] = "what the mail says",
        ["payment.amount_differs"] = "the total of the order",
        ["vps.template_unknown"] = "what the upstream offers for the VPS",
        ["cms_category.unknown"] = "an id of a category",
        ["plan.not_sold"] = "an id of a plan on sale",
        ["system_image.not_found"] = "an id of an image",
        ["automation.failed"] = "the key of the upstream",
        ["system_image.not_offered"] = "which images the package's line offers",
        ["kernel.not_configured"] = "which protocols the node has a kernel for",
        ["smtp.failed"] = "a mail server",
        ["smtp.not_configured"] = "a mail server",
        ["webhook.not_configured"] = "the secret that both sides share",
    };

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

        example.Should().NotBeNull("{0} takes a body, and the document shows one", line);
        var reply = await http.Call(route, path, example!.ToJsonString(AsWritten));
        await store.UseOwnUpstream();
        if ((int)reply.Status is 400 or >= 500)
            Unknowable.Should().ContainKey(reply.Code, "{0} does not take {1}: {2}", line, example.ToJsonString(AsWritten), reply.Text);
    }

    [Theory]
    [MemberData(nameof(RoutesWithBody))]
    public async Task Every_word_of_a_body_that_the_document_lists_is_taken(string line)
    {
        var route = LiveRoute.Find(store.App, line);
        if (route.BodyType is null)
            return;

        using var all = new AssertionScope();
        foreach (var (member, word, body) in await store.WordBodies(route))
        {
            var (http, path) = await store.Reach(route);
            var reply = await http.Call(route, path, body.ToJsonString(AsWritten));
            var complaints = (reply.Json as JsonObject)?["details"] as JsonObject;
            (complaints?.ContainsKey(member) ?? false).Should().BeFalse("{0} does not take {1} as {2}: {3}", line, word, member, reply.Text);
        }
    }
}
