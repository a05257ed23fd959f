using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using FluentAssertions.Execution;
using VpsPanel.Testing;
using VpsPanel.WebApi.Http.Lists;
using Xunit;

namespace VpsPanel.Functional.Tests.WebApi.Routes;

/// <summary>What holds for every list: what filters it, what is ignored, and where it ends.</summary>
public sealed class ListTests(Store store) : IClassFixture<Store>, IAsyncLifetime
{
    private const string Huge = "99999999999";

    /// <summary>Which rows, in which order.</summary>
    private static readonly string[] Paging = ["limit", "offset", "page", "page_size", "pages", "per_page", "sort", "direction"];

    /// <summary>Part of a text, in any case.</summary>
    private static readonly string[] Searches = ["q", "keyword", "keywords", "order_no", "number"];

    /// <summary>Not a filter of a list: what one thing is to be shown in.</summary>
    private static readonly string[] Choices = ["currency", "client"];

    private readonly PanelApp _app = store.App;
    private Person _admin = null!;
    private Person _user = null!;

    public static TheoryData<string> Reads() => LiveRoute.Lines(line => line.StartsWith("GET ", StringComparison.Ordinal));

    public async Task InitializeAsync()
    {
        _admin = await _app.Primary();
        _user = await _app.NewUser();
        _ = (await _user.Http.Post("/api/v1/tickets", new { subject = "Help", content = "me" })).Ok;
        _ = (await _user.Http.Post("/api/v1/wallet/recharge", new { amount = 10, note = "mine" })).Ok;
        _ = (await _admin.Http.Patch("/admin/api/v1/debug/status", new { enabled = true })).Ok;
        _ = (await _admin.Http.Patch("/api/v1/admin/security-settings", new { third_party_api_enabled = false })).Ok;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task What_a_read_takes_in_its_query_is_a_page_a_search_an_id_or_a_filter_that_is_judged(string line)
    {
        var route = LiveRoute.Find(_app, line);
        var filters = route.All<ListFilter>().Select(filter => filter.Parameter);

        (await store.QueryNames(route)).Except([.. Paging, .. Searches, .. Choices, .. filters])
            .Where(name => !name.EndsWith("_id", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task A_filter_takes_its_words_and_refuses_what_means_nothing_by_its_name(string line)
    {
        var route = LiveRoute.Find(_app, line);
        using var scope = new AssertionScope();
        foreach (var filter in route.All<ListFilter>())
        {
            var everything = await Total(route, $"{filter.Parameter}=all");
            if (!filter.HasDefault)
                (await Total(route, "")).Should().Be(everything);

            (await Total(route, $"{filter.Parameter}=")).Should().Be(everything, "blank is no filter");
            (await Total(route, $"{filter.Parameter}=%20ALL%20")).Should().Be(everything);
            foreach (var word in filter.Words.Concat(filter.Aliases.Keys))
                (await Get(route, $"{filter.Parameter}=%20{Uri.EscapeDataString(word.ToUpperInvariant())}")).Status.Should().Be(HttpStatusCode.OK, word);

            var nonsense = await Get(route, $"{filter.Parameter}=nonsense");
            if (filter.Words.Count > 0)
                nonsense.ShouldName(filter.Parameter);
            else
                nonsense.Status.Should().Be(HttpStatusCode.OK, "any word may be meant");
        }
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task A_parameter_that_nobody_knows_is_ignored(string line)
    {
        var route = LiveRoute.Find(_app, line);
        if (route.All<ListFilter>().Count > 0)
            (await Total(route, "nonsense=nonsense&Statuses=1")).Should().Be(await Total(route, ""));
    }

    [Fact]
    public async Task A_page_beyond_the_end_is_empty_in_every_list()
    {
        var filled = new List<string>();
        using var scope = new AssertionScope();
        foreach (var line in Reads().Cast<object[]>().Select(row => (string)row[0]))
        {
            var route = LiveRoute.Find(_app, line);
            var names = await store.QueryNames(route);
            if (route.Parameters.Count > 0 || !names.Contains("page") || !(names.Contains("limit") || names.Contains("per_page")))
                continue;

            var first = await Get(route, "");
            if (Rows(first.Ok) > 0)
                filled.Add(route.Path);

            foreach (var query in names.Contains("offset") ? new[] { $"page={Huge}", $"offset={Huge}", $"page={Huge}0{Huge}&limit=3" } : [$"page={Huge}", $"page={Huge}0{Huge}&per_page=3"])
            {
                var beyond = await Get(route, query);
                beyond.Status.Should().Be(HttpStatusCode.OK, "{0}?{1}: {2}", route.Path, query, beyond.Text);
                Rows(beyond.Ok).Should().Be(0, "{0}?{1} is beyond the end", route.Path, query);
            }

            (await Get(route, $"page=-1&limit={Huge}")).Text.Should().NotBeEmpty();
        }

        filled.Count.Should().BeGreaterThan(7, "a list without rows proves nothing: {0}", string.Join(' ', filled));
    }

    [Fact]
    public async Task More_rows_than_a_page_may_have_are_as_many_as_it_may_have()
    {
        var panel = (await _admin.Http.Get($"/api/v1/admin/orders?per_page={Huge}")).Ok["pagination"]!;

        ((int)panel["per_page"]!, (int)panel["page"]!).Should().Be((100, 1));
    }

    /// <summary>The list with this query; another id where it is of one thing.</summary>
    private async Task<Reply> Get(LiveRoute route, string query)
    {
        var http = route.Mark == "public" ? _app.Anonymous : route.IsForUsers ? _user.Http : _admin.Http;
        return await http.Get($"{route.Path}?{query}");
    }

    /// <summary>How many rows there are in all.</summary>
    private async Task<long> Total(LiveRoute route, string query)
    {
        var reply = await Get(route, query);
        if (reply.Status != HttpStatusCode.OK)
            throw new InvalidOperationException($"{route.Path}?{query}: {reply.Text}");

        // Exports are text, and the debug logs are several lists.
        return reply.Text.StartsWith('{')
            ? (long?)(reply.Json["total"] ?? reply.Json["pagination"]?["total_count"]) ?? Rows(reply.Json)
            : reply.Text.Length;
    }

    private static int Rows(JsonNode answer) => answer.AsObject().Sum(member => member.Value switch
    {
        JsonArray rows => rows.Count,
        JsonObject list when list["items"] is JsonArray rows => rows.Count,
        _ => 0,
    });
}
