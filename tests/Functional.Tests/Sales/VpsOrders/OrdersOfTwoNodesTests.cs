using System.Globalization;
using FluentAssertions;
using VpsPanel.Functional.Tests.Sales.Catalog;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Sales.VpsOrders;

/// <summary>Each node numbers orders from blocks of its own, so the numbers say nothing about the order in time.</summary>
public sealed class OrdersOfTwoNodesTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Fact]
    public async Task Orders_that_two_nodes_took_in_turns_are_listed_and_exported_by_their_time()
    {
        var shop = await Shop.Open(app);
        var user = await app.NewUser();
        var admin = await app.NewAdmin("*");
        List<long> placed = [];
        for (var turn = 0; turn < 2; turn++)
        {
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            placed.Add((long)(await user.Http.Post("/api/v1/orders/items", new { items = new[] { shop.Item() } })).Order()["id"]!);
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            placed.Add(await PlacedElsewhere(user, turn));
        }

        placed.Should().OnlyHaveUniqueItems().And.NotBeInAscendingOrder("the nodes have blocks of their own");
        var newest = Enumerable.Reverse(placed).ToList();
        Ids((await user.Http.Get("/api/v1/orders")).Ok).Should().Equal(newest);
        Ids((await user.Http.Get("/api/v1/orders?limit=2&offset=2")).Ok).Should().Equal(newest.Skip(2));
        Ids((await admin.Http.Get($"/admin/api/v1/orders?user_id={user.Id.Value}")).Ok).Should().Equal(newest);
        var exported = (await admin.Http.Get($"/admin/api/v1/orders/export?user_id={user.Id.Value}")).Text.Split('\n')
            .Select(line => line.Trim('\uFEFF').Split(',')[0]).Where(id => id.Length > 0 && id.All(char.IsAsciiDigit)).Select(id => long.Parse(id, CultureInfo.InvariantCulture));
        exported.Should().Equal(placed);
    }

    /// <summary>As another process does it: with the first key of a block of its own. Nodes of one test process share theirs.</summary>
    private Task<long> PlacedElsewhere(Person user, int turn) => app.Scalar<long>(
        """
        insert into orders (order_no, user_id, kind, status, currency, total_cents, pending_reason, rejected_reason, approved_by_name,
                            last_event_seq, payment_method, refunded_cents, credit_cents, credited_cents, row_version, created_at, updated_at)
        values (concat('ORD-ELSEWHERE-', $2), $1, 'console', 'canceled', 'CNY', 1500, '', '', '', 1, '', 0, 0, 0, 1, $3, $3)
        returning id
        """,
        user.Id.Value, turn, app.Clock.GetUtcNow().ToUniversalTime());

    private static IEnumerable<long> Ids(System.Text.Json.Nodes.JsonNode page) => page["items"]!.AsArray().Select(item => (long)item!["id"]!);
}
