using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using FluentAssertions.Execution;
using Microsoft.AspNetCore.Http.Metadata;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.WebApi.Routes;

/// <summary>Whatever a client sends, the service answers, and a refusal has the one body and a code.</summary>
public sealed class BadInputTests(Store store) : IClassFixture<Store>
{
    private const int OverMaxBody = (1024 * 1024) + 1;

    private static readonly string Nested = new string('[', 200) + new string(']', 200);

    private static readonly (string What, byte[] Body)[] BadBodies =
    [
        ("nothing", []),
        ("null", "null"u8.ToArray()),
        ("a list", "[]"u8.ToArray()),
        ("text", "\"text\""u8.ToArray()),
        ("a number", "7"u8.ToArray()),
        ("half an object", "{\"a\":"u8.ToArray()),
        ("no JSON", "a=b&c=d"u8.ToArray()),
        ("no UTF-8", [(byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)':', (byte)'1', (byte)'}']),
        ("deep nesting", Encoding.UTF8.GetBytes(Nested)),
        ("a doubled name", "{\"note\":\"a\",\"note\":\"b\"}"u8.ToArray()),
    ];

    private static readonly string[] BadIds = ["abc", "0", "-1", "99999999999999999999", "1.5", "9223372036854775807", "%E5%AD%97"];

    private static readonly string[] BadQueries =
    [
        "abc", "-1", "0", "99999999999999999999", "%00", "%FF%FE", "'%22;--%25_%5C", "1e309", "2026-13-45", "9999-12-31T23:59:59Z", "[1]",
        new('x', 600),
    ];

    private readonly PanelApp _app = store.App;

    public static TheoryData<string> RoutesWithBody() => LiveRoute.Lines(line => !line.StartsWith("GET ", StringComparison.Ordinal));

    public static TheoryData<string> RoutesWithIds() =>
        LiveRoute.Lines(line => line.Contains('{') && !line.StartsWith("HEAD ", StringComparison.Ordinal)
            && !line.StartsWith("GET /hangfire/", StringComparison.Ordinal));

    // The pages of the job engine are HTML.
    public static TheoryData<string> Reads() => LiveRoute.Lines(line =>
        line.StartsWith("GET ", StringComparison.Ordinal) && !line.StartsWith("GET /hangfire/", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(RoutesWithBody))]
    public async Task A_body_that_is_none_is_refused(string line)
    {
        var route = LiveRoute.Find(_app, line);
        if (route.BodyType is null)
            return;

        var (http, path) = await store.Reach(route);
        using var all = new AssertionScope();
        foreach (var (what, body) in BadBodies)
            Answered(await Send(http, route, path, body), what);

        if (await IsSwitchedOff(http, route, path))
            return;

        var most = route.All<IRequestSizeLimitMetadata>().Select(limit => (int?)limit.MaxRequestBodySize).FirstOrDefault() ?? OverMaxBody;
        var large = await Send(http, route, path, Encoding.UTF8.GetBytes($"{{\"note\":\"{new string('x', most)}\"}}"));
        large.Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        Answered(large, "more than the route takes");
    }

    [Theory]
    [MemberData(nameof(RoutesWithBody))]
    public async Task A_field_that_is_wrong_is_named(string line)
    {
        var route = LiveRoute.Find(_app, line);
        if (route.BodyType is null)
            return;

        var (http, path) = await store.Reach(route);
        if (await IsSwitchedOff(http, route, path))
            return;

        using var all = new AssertionScope();
        foreach (var part in route.Shape(_app).Fields)
        {
            foreach (var json in WrongTypes(part.Type))
            {
                var reply = await Send(http, route, path, Encoding.UTF8.GetBytes(part.With(json)));
                Answered(reply, $"{part.Path} = {json}");
                ((int)reply.Status).Should().Be(400, "{0} cannot be {1}", part.Path, json);
                Named(reply).Should()
                    .Contain(
                        name => part.Path.EndsWith(Last(name), StringComparison.Ordinal), "{0} = {1}: {2}", part.Path, json, reply.Text);
            }

            foreach (var json in Extremes(part.Type))
            {
                var reply = await Send(http, route, path, Encoding.UTF8.GetBytes(part.With(json)));
                Answered(reply, $"{part.Path} = {json[..Math.Min(40, json.Length)]}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(RoutesWithIds))]
    public async Task An_id_that_cannot_be_is_unknown(string line)
    {
        var route = LiveRoute.Find(_app, line);
        var (http, _) = await store.Reach(route);
        using var all = new AssertionScope();
        foreach (var id in BadIds)
        {
            var path = route.With([.. route.Parameters.Select(_ => id)]);
            var replies = new List<Reply>();
            foreach (var body in route.Bodies(_app))
                replies.Add(await http.Call(route, path, body));

            foreach (var reply in replies)
                Answered(reply, id);

            // The first body that is plausible enough gets to the id.
            if (route.Ids.Any())
                replies.Any(reply => reply.IsRefusal(HttpStatusCode.NotFound)).Should().BeTrue("{0}: {1}", path, replies[0].Text);
        }
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task A_query_that_makes_no_sense_is_answered(string line)
    {
        var route = LiveRoute.Find(_app, line);
        var names = await store.QueryNames(route);
        var (http, path) = await store.Reach(route);
        using var all = new AssertionScope();
        foreach (var garbage in BadQueries)
        {
            var query = string.Join('&', names.Select(name => $"{name}={garbage}"));
            var status = await http.StatusOf(route, $"{path}?{query}", null);
            ((int)status).Should().NotBe(500, "{0} = {1}", string.Join(',', names), garbage[..Math.Min(40, garbage.Length)]);
            if ((int)status >= 400)
                Answered(await http.Call(route, $"{path}?{query}", null), garbage);
        }
    }

    /// <summary>A door that is not configured is shut before anybody looks at what comes.</summary>
    private static async Task<bool> IsSwitchedOff(HttpClient http, LiveRoute route, string path) =>
        (await http.Call(route, path, "{}")).IsRefusal(HttpStatusCode.ServiceUnavailable);

    private static void Answered(Reply reply, string what)
    {
        var status = (int)reply.Status;
        status.Should().NotBe(500, "of {0}", what);
        if (status < 400)
            return;

        reply.Text.Should().StartWith("{", "a refusal of {0} has a body", what);
        reply.IsRefusal(reply.Status).Should().BeTrue("{0} is refused in the one shape: {1}", what, reply.Text);
    }

    private static IEnumerable<string> Named(Reply reply) =>
        reply.Json["details"] is JsonObject details ? details.Select(entry => entry.Key) : [];

    private static string Last(string name) => name.Split('.')[^1];

    /// <summary>What no reading of the type allows, however forgiving.</summary>
    private static string[] WrongTypes(Type type)
    {
        if (type == typeof(RawJson) || type == typeof(JsonElement))
            return [];
        if (type == typeof(string))
            return ["{}", "[]", "\"a\\u0000b\"", "\"\\ud800\""];
        if (type == typeof(bool))
            return ["{}", "[]", "\"maybe\"", "7"];
        if (type.IsPrimitive || type == typeof(decimal) || type == typeof(Yuan) || type == typeof(DateTimeOffset) || type.IsEnum)
            return ["{}", "[]", "\"soon\"", "1e400", "true"];

        // A value of our own has a converter of our own, which may well take a number.
        return type.IsValueType ? ["{}", "[]", "\"soon\""] : ["7", "\"text\""];
    }

    private static string[] Extremes(Type type)
    {
        if (type == typeof(RawJson) || type == typeof(JsonElement))
            return ["{\"a\":\"\\u0000\"}", "\"\\ud800\"", Nested[150..250], $"\"{new string('x', 70_000)}\"", "1e400", "null", "[[],{}]"];
        if (type == typeof(string))
            return [$"\"{new string('x', 301)}\"", $"\"{new string('字', 5000)}\"", $"\"{new string('x', 200_000)}\"", "\"\"", "\"  \"", "null", "\"\\r\\nX: y\"", "\"{{.x\""];
        if (type == typeof(bool))
            return ["null"];
        if (type.IsPrimitive || type == typeof(decimal) || type == typeof(Yuan))
            return ["-1", "0", "1.005", "2147483647", "9223372036854775807", "-9223372036854775808", "99999999999999999999", "1e30", "null"];
        if (type == typeof(DateTimeOffset))
            return ["\"0001-01-01\"", "\"9999-12-31T23:59:59Z\"", "null"];

        return ["null", "[]", "{}", "[null]", $"[{string.Join(',', Enumerable.Range(0, 2000))}]"];
    }

    private static async Task<Reply> Send(HttpClient http, LiveRoute route, string path, byte[] body)
    {
        using var request = new HttpRequestMessage(route.Method, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        // Else the refusal may come, and the connection go, while the rest is being sent.
        request.Headers.ExpectContinue = body.Length > OverMaxBody;
        using var response = await http.SendAsync(request);
        return new Reply(response.StatusCode, await response.Content.ReadAsStringAsync(), null);
    }
}
