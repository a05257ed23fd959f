using System.Net;
using FluentAssertions;
using VpsPanel.Functional.Tests.Sales.Catalog;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Sales.VpsOrders;

public sealed class EventStreamTests(PanelApp app) : IClassFixture<PanelApp>
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_fresh_client_gets_headers_at_once_and_only_what_is_to_come()
    {
        var (order, user) = await NewOrder();
        await using var client = await EventClient.Open(user.Http, order);

        client.Response.Content.Headers.ContentType!.ToString().Should().Be("text/event-stream");
        client.Response.Headers.CacheControl!.NoCache.Should().BeTrue();
        client.Response.Headers.GetValues("X-Accel-Buffering").Should().Equal("no");
        _ = (await user.Http.Post($"/api/v1/orders/{order}/cancel")).Ok;

        (await client.Next(Soon)).Should().Be("id: 2\nevent: order.canceled\ndata: {\"status\":\"canceled\"}");
    }

    [Fact]
    public async Task A_client_that_comes_back_gets_all_that_it_missed_and_goes_on_without_gap_or_double()
    {
        var admin = await app.NewAdmin("*");
        var (order, user) = await NewOrder();
        const int Rounds = 260;
        await app.Scalar<long>(
            """
            with added as (
                insert into order_events (order_id, seq, type, data, created_at)
                select $1, n, 'order.pending_review', '{}', now() from generate_series(2, 260) n returning 1),
            counted as (update orders set last_event_seq = 260 where id = $1 returning 1)
            select (select count(*) from added) + (select count(*) from counted)
            """,
            order);

        await using var client = await EventClient.Open(user.Http, order, lastEventId: "1");
        var approval = admin.Http.Post($"/admin/api/v1/orders/{order}/reject");
        var seen = new List<string>();
        while (seen.Count < Rounds)
            seen.Add((await client.Next(Soon)).Split('\n')[0]);

        _ = (await approval).Ok;
        seen.Should().Equal(Enumerable.Range(2, Rounds).Select(seq => $"id: {seq}"));
    }

    [Fact]
    public async Task Clients_on_both_nodes_see_the_same()
    {
        var node = app.AddNode();
        var (order, user) = await NewOrder();
        using var elsewhere = app.Client(user.Token, node);
        await using var here = await EventClient.Open(user.Http, order);
        await using var there = await EventClient.Open(elsewhere, order);
        await using var thereToo = await EventClient.Open(elsewhere, order);

        _ = (await user.Http.Post($"/api/v1/orders/{order}/payments", new { amount = 15, trade_no = $"S-{order}" })).Ok;

        var first = await here.Next(Soon);
        first.Should().Contain("order.pending_review").And.Contain($"\"trade_no\":\"S-{order}\"").And.Contain("\"total\":1500");
        (await there.Next(Soon)).Should().Be(first);
        (await thereToo.Next(Soon)).Should().Be(first);
    }

    [Fact]
    public async Task A_client_that_does_not_read_holds_up_nobody()
    {
        var (order, user) = await NewOrder();
        await using var lazy = await EventClient.Open(user.Http, order);
        await using var client = await EventClient.Open(user.Http, order);

        _ = (await user.Http.Post($"/api/v1/orders/{order}/cancel")).Ok;

        (await client.Next(Soon)).Should().Contain("order.canceled");
    }

    [Fact]
    public async Task Silence_is_broken_by_a_comment()
    {
        var (order, user) = await NewOrder();
        await using var client = await EventClient.Open(user.Http, order);
        app.Clock.Advance(TimeSpan.FromSeconds(16));

        (await client.Next(Soon)).Should().Be(": heartbeat");
    }

    [Fact]
    public async Task A_stream_ends_with_its_session()
    {
        var (order, user) = await NewOrder();
        await using var client = await EventClient.Open(user.Http, order);
        await app.Change("sessions", "revoked_at = now()", "user_id", user.Id.Value);
        app.Clock.Advance(TimeSpan.FromSeconds(16));

        (await client.Next(Soon)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("999999")]
    public async Task A_last_event_id_that_means_nothing_replays_nothing(string lastEventId)
    {
        var (order, user) = await NewOrder();
        await using var client = await EventClient.Open(user.Http, order, lastEventId);

        _ = (await user.Http.Post($"/api/v1/orders/{order}/cancel")).Ok;

        (await client.Next(Soon)).Should().StartWith("id: 2\n");
    }

    [Fact]
    public async Task A_user_holds_only_so_many_streams_open_and_may_open_another_when_one_ends()
    {
        const string Settings = "/admin/api/v1/settings";
        var admin = await app.NewAdmin("*");
        var (order, user) = await NewOrder();
        var (others, stranger) = await NewOrder();
        _ = (await admin.Http.Patch(Settings, new { key = "order_streams_per_user", value = 2 })).Ok;
        try
        {
            await using var first = await EventClient.Open(user.Http, order);
            var second = await EventClient.Open(user.Http, order);

            var refused = await user.Http.Get($"/api/v1/orders/{order}/events");
            (refused.Status, refused.Code).Should().Be((HttpStatusCode.TooManyRequests, "order.too_many_streams"));
            await using var unaffected = await EventClient.Open(stranger.Http, others);
            await second.DisposeAsync();

            await using var third = await Eventually.Get(() => EventClient.TryOpen(user.Http, order), "a place that is free again");
            _ = (await user.Http.Post($"/api/v1/orders/{order}/cancel")).Ok;
            (await third.Next(Soon)).Should().Contain("order.canceled");
        }
        finally
        {
            _ = (await admin.Http.Patch(Settings, new { key = "order_streams_per_user", value = 20 })).Ok;
        }
    }

    [Fact]
    public async Task Without_a_token_there_is_no_stream()
    {
        var (order, _) = await NewOrder();

        (await app.Anonymous.Get($"/api/v1/orders/{order}/events")).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    private async Task<(long Order, Person User)> NewOrder()
    {
        var shop = await Shop.Open(app);
        var user = await app.NewUser();
        return (await user.OrderId(shop), user);
    }

    private sealed class EventClient(HttpResponseMessage response, StreamReader reader) : IAsyncDisposable
    {
        public HttpResponseMessage Response { get; } = response;

        /// <summary>Null while it is refused.</summary>
        public static async Task<EventClient?> TryOpen(HttpClient http, long order)
        {
            try
            {
                return await Open(http, order);
            }
            catch (HttpRequestException)
            {
                return null;
            }
        }

        public static async Task<EventClient> Open(HttpClient http, long order, string? lastEventId = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/orders/{order}/events");
            if (lastEventId is not null)
                request.Headers.Add("Last-Event-ID", lastEventId);

            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            response.EnsureSuccessStatusCode();
            return new EventClient(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
        }

        /// <summary>The next frame without its blank line; empty at the end.</summary>
        public async Task<string> Next(TimeSpan atMost)
        {
            using var deadline = new CancellationTokenSource(atMost);
            List<string> lines = [];
            while (await reader.ReadLineAsync(deadline.Token) is { } line)
            {
                if (line.Length == 0)
                    return string.Join('\n', lines);

                lines.Add(line);
            }

            return "";
        }

        public ValueTask DisposeAsync()
        {
            reader.Dispose();
            Response.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
