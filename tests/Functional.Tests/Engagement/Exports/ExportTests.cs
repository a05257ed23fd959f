using System.Net;
using FluentAssertions;
using VpsPanel.Functional.Tests.Billing.Wallets;
using VpsPanel.Functional.Tests.Sales.Catalog;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Testing;
using VpsPanel.WebApi.Http;
using Xunit;

namespace VpsPanel.Functional.Tests.Engagement.Exports;

public sealed class ExportTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private const string Orders = "/admin/api/v1/orders/export";
    private const string Ledger = "/admin/api/v1/wallet/transactions/export";

    private Person _admin = null!;

    public async Task InitializeAsync() => _admin = await app.Primary();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Orders_leave_as_a_file_with_the_filters_of_the_list_and_an_audit_row()
    {
        var (shop, user, other) = (await Shop.Open(app), await app.NewUser(), await app.NewUser());
        var (first, second) = (await user.OrderId(shop), await user.OrderId(shop, 2));
        await other.OrderId(shop);

        using var response = await _admin.Http.GetAsync(
            new Uri($"{Orders}?user_id={user.Id.Value}&status=pending_payment", UriKind.Relative));

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().Should().Be("text/csv; charset=utf-8");
        response.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        response.Content.Headers.ContentDisposition.FileName.Should().Be($"orders-{app.Clock.GetUtcNow():yyyyMMdd}.csv");
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        var bytes = await response.Content.ReadAsByteArrayAsync();
        bytes.Take(3).Should().Equal(0xEF, 0xBB, 0xBF);
        var lines = Lines(System.Text.Encoding.UTF8.GetString(bytes));
        lines.Should().HaveCount(3);
        lines[0].Should().Contain("\"order_no\"");
        lines[1].Should().StartWith($"{first},").And.Contain(",15.00,\"CNY\",");
        lines[2].Should().StartWith($"{second},").And.Contain(",30.00,");
        (await app.Scalar<long>("select count(*) from audit_logs where action = 'order.export' and detail like $1", $"%{user.Id.Value}%"))
            .Should().BePositive();
        foreach (var filter in new[] { "overdue=1", "archived=1" })
            Lines(await _admin.Http.GetStringAsync(new Uri($"{Orders}?user_id={user.Id.Value}&{filter}", UriKind.Relative))).Should().ContainSingle(filter);

        (await _admin.Http.Get($"{Orders}?status=nonsense")).Code.Should().Be("order.invalid_status");
    }

    [Fact]
    public async Task The_ledger_keeps_signs_and_disarms_what_a_spreadsheet_would_run()
    {
        var user = await app.NewUserWith(20, _admin);
        var path = $"/admin/api/v1/wallets/{user.Id.Value}/adjust";
        _ = (await _admin.Http.Post(path, new { amount = -5.5, note = "=HYPERLINK(\"http://evil\")" })).Ok;
        _ = (await _admin.Http.Post(path, new { amount = 1, note = "plain, with \"quotes\"\nand a line" })).Ok;

        var text = (await _admin.Http.Get($"{Ledger}?user_id={user.Id.Value}")).Text;

        text.Should().Contain("\"adjust\",20.00,20.00,").And.Contain("\"adjust\",-5.50,14.50,");
        text.Should().Contain("\"'=HYPERLINK(\"\"http://evil\"\")\"").And.Contain("\"plain, with \"\"quotes\"\"\nand a line\"");
        (await app.Scalar<long>("select count(*) from audit_logs where action = 'wallet.export'")).Should().BePositive();
    }

    [Fact]
    public async Task More_rows_than_a_batch_leave_each_once()
    {
        var user = await app.NewUserWith(100, _admin);
        await app.Scalar<long>(
            """
            with wallet as (select id, last_seq from wallets where user_id = $1),
                 added as (
                    insert into wallet_entries (wallet_id, seq, previous_seq, amount_cents, balance_before, balance_after, kind, ref_type, ref_id, note, created_at)
                    select wallet.id, last_seq + n, last_seq + n - 1, 1, 9999 + n, 10000 + n, 'adjust', 'test', n, '', now()
                    from wallet, generate_series(1, 2100) as n returning seq, balance_after),
                 moved as (
                    update wallets set last_seq = (select max(seq) from added), balance_cents = (select max(balance_after) from added)
                    where user_id = $1 returning 1)
            select count(*) from moved
            """,
            user.Id.Value);

        var rows = Lines((await _admin.Http.Get($"{Ledger}?user_id={user.Id.Value}")).Text);

        rows.Should().HaveCount(1 + 1 + 2100);
        rows.Skip(1).Select(row => row.Split(',')[4]).Should().Equal(Enumerable.Range(1, 2101).Select(seq => $"{seq}"));
    }

    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("", "\"\"")]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@sum", "\"'@sum\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("  =1", "\"'  =1\"")]
    [InlineData("\r\n=1", "\"'\r\n=1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("a=1", "\"a=1\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    public void A_text_is_quoted_and_never_a_formula(string text, string cell) => CsvText.Quote(text).Should().Be(cell);

    [Theory]
    [InlineData(Orders, "order.export")]
    [InlineData(Ledger, "wallet.export")]
    public async Task Taking_everything_away_needs_its_own_permission(string path, string code)
    {
        (await (await app.NewAdmin(code)).Http.Get(path)).Status.Should().Be(HttpStatusCode.OK);
        (await (await app.NewAdmin("order.list", "order.view", "wallet.view", "wallet.transactions")).Http.Get(path)).Code
            .Should().Be("auth.permission_denied");
        (await (await app.NewUser()).Http.Get(path)).Code.Should().Be("auth.admin_required");
    }

    private static string[] Lines(string text) => text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
