using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using VpsPanel.Functional.Tests.Billing.Payments;
using VpsPanel.Functional.Tests.Engagement.Uploads;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Shipped;

/// <summary>
/// The program that is shipped, walked from its first request to its second start. The steps are one story; the last ones judge what
/// the whole of it left behind. Steps 13 to 19 are free for what else goes out.
/// </summary>
[TestCaseOrderer(InOrder.Type, InOrder.Assembly)]
public sealed partial class ShippedTests(ShippedService service) : IClassFixture<ShippedService>
{
    private const string HookSecret = "a plain secret!";
    private const string StandardSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    [Fact]
    [Step(1)]
    public async Task The_very_first_requests_are_wrong_and_named() => await RefuseWrongBodies();

    [Fact]
    [Step(2)]
    public async Task The_whole_demo_walk_passes_while_two_hooks_listen()
    {
        var admin = await service.Admin();
        service.LastUnheardOrder = (await service.Rows<long>("select coalesce(max(id), 0) from orders")).Single();
        _ = (await admin.Patch("/admin/api/v1/integrations/robot", new
        {
            webhooks = new[]
            {
                new { name = "plain", url = $"{service.Receiver.Url}/plain", secret = HookSecret, enabled = true },
                new { name = "standard", url = $"{service.Receiver.Url}/standard", secret = StandardSecret, enabled = true },
            },
        })).Ok;

        (await service.Walk()).Ok.Should().Contain("All ways to pay end at a running host");
    }

    [Fact]
    [Step(4)]
    public async Task Real_name_rules_are_changed()
    {
        var admin = await service.Admin();

        _ = (await admin.Patch("/admin/api/v1/realname/config", new { block_actions = new[] { "create_order" } })).Ok;
        _ = (await admin.Patch("/admin/api/v1/realname/config", new { block_actions = Array.Empty<string>() })).Ok;
    }

    [Fact]
    [Step(5)]
    public async Task Every_export_leaves_as_a_file_with_rows()
    {
        var admin = await service.Admin();
        var exports = RouteLines().Where(line => line.StartsWith("GET ", StringComparison.Ordinal) && line.Contains("/export", StringComparison.Ordinal))
            .Select(line => line.Split(' ')[1]).ToList();

        exports.Should().HaveCountGreaterThanOrEqualTo(2);
        foreach (var path in exports)
        {
            using var response = await admin.GetAsync(new Uri(path, UriKind.Relative));
            response.StatusCode.Should().Be(HttpStatusCode.OK, path);
            response.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment", path);
            (await response.Content.ReadAsStringAsync()).Trim().Split('\n').Length.Should().BeGreaterThan(1, path);
        }
    }

    [Fact]
    [Step(6)]
    public async Task Pictures_are_taken_and_what_is_none_is_refused()
    {
        var admin = await service.Admin();
        using var form = Pictures.Form(Pictures.Png);
        var made = (await admin.Send(form)).Ok;
        using var shown = await service.Client().GetAsync((string)made["url"]!);

        (await shown.Content.ReadAsByteArrayAsync()).Should().Equal(Pictures.Png);
        await RefuseForms(admin, "/admin/api/v1/uploads");
    }

    [Fact]
    [Step(7)]
    public async Task A_payment_plugin_is_uploaded_enabled_and_settles_an_order()
    {
        var admin = await service.Admin();
        _ = (await admin.Patch("/admin/api/v1/settings", new { key = "payment_plugin_upload_password", value = Plugins.Password })).Ok;
        admin.DefaultRequestHeaders.Add("X-Plugin-Password", Plugins.Password);
        await RefuseForms(admin, $"{Plugins.Path}/upload");
        using var form = Pictures.Form(System.Text.Encoding.UTF8.GetBytes(Plugins.Sample), "shipped.sh", mime: "text/x-shellscript");
        using var uploaded = await admin.PostAsync(new Uri($"{Plugins.Path}/upload", UriKind.Relative), form);
        uploaded.StatusCode.Should().Be(HttpStatusCode.OK);
        _ = (await admin.Post($"{Plugins.Path}/shipped/enable", new { sha256 = Plugins.Hash(Plugins.Sample) })).Ok;
        _ = (await admin.Patch(
            "/admin/api/v1/payments/providers/shipped",
            new { enabled = true, config_json = TestJson.Write(new { shop = "shop 7", token = "hush hush" }) })).Ok;

        var user = await service.User();
        var (order, total) = await Order(user);
        var trade = (string)(await user.Post($"/api/v1/orders/{order}/pay", new { method = "shipped" })).Ok["trade_no"]!;
        var cents = (long)(total * 100);
        var notice = await service.Client().Get(
            $"/api/v1/payments/notify/shipped?token=hush%20hush&trade={trade}&cents={cents}&currency=CNY&paid=true");

        notice.Status.Should().Be(HttpStatusCode.OK, notice.Text);
        await Reach(user, order, "active");
    }

    [Fact]
    [Step(8)]
    public async Task The_static_client_is_served_beside_the_routes()
    {
        var http = service.Client();

        (await http.Get("/")).Text.Should().Contain("The client");
        (await http.Get("/orders/7")).Text.Should().Contain("The client", "its pages have addresses of its own");
        (await http.Get("/app.js")).Text.Should().Contain("console.log");
        (await http.Get("/api/v1/nothing")).Code.Should().Be("route.not_found");
    }

    private async Task RefuseWrongBodies()
    {
        var http = service.Client();
        (await http.Post("/api/v1/auth/login", """{"username":5}""")).ShouldName("username");
        var joined = await http.Post("/api/v1/auth/register", """{"username":"x"}""");
        joined.Status.Should().Be(HttpStatusCode.BadRequest, joined.Text);
        joined.Json["details"]!.AsObject().Should().NotBeEmpty();
    }

    private static async Task RefuseForms(HttpClient http, string path)
    {
        foreach (var (type, body) in ((string, string)[])[
            ("multipart/form-data; boundary=x", ""),
            ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\ncut off"),
            ("multipart/form-data; boundary=x", "--x\r\n\r\na\r\n--x--\r\n"),
            ("application/json", "{}")])
        {
            using var content = new ByteArrayContent(System.Text.Encoding.ASCII.GetBytes(body));
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            using var response = await http.PostAsync(new Uri(path, UriKind.Relative), content);
            response.StatusCode.Should().Be(HttpStatusCode.BadRequest, "{0} gets {1}", path, body);
        }

        using var nothing = await http.PostAsync(new Uri(path, UriKind.Relative), null);
        nothing.StatusCode.Should().Be(HttpStatusCode.BadRequest, path);
    }

    /// <summary>An order of one host of the demo's catalog that waits for payment.</summary>
    private static async Task<(long Id, decimal Total)> Order(HttpClient user)
    {
        var catalog = (await user.Get("/api/v1/catalog")).Ok;
        var line = new
        {
            package_id = (long)catalog["packages"]![0]!["id"]!,
            system_id = (long)catalog["system_images"]![0]!["id"]!,
            spec = new { billing_cycle_id = (long)catalog["billing_cycles"]![0]!["id"]!, cycle_qty = 1 },
            qty = 1,
        };
        var order = (await user.Post("/api/v1/orders/items", new { items = new[] { line } }, Guid.NewGuid().ToString("N"))).Ok["order"]!;
        return ((long)order["id"]!, (decimal)order["total_amount"]!);
    }

    private static async Task<JsonNode> Get(HttpClient http, string path) => (await http.Get(path)).Ok;

    private static Task Reach(HttpClient user, long order, string status) => Eventually.Become(
        async () => (string)(await Get(user, $"/api/v1/orders/{order}"))["order"]!["status"]! == status, $"order {order} is {status}", 60);

    private static IEnumerable<string> RouteLines() => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "routes.txt"));
}
