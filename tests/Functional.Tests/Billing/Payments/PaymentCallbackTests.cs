using System.Net;
using System.Security.Cryptography;
using System.Text;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using VpsPanel.Domain.Common;
using VpsPanel.Functional.Tests.Billing.Wallets;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Functional.Tests.WebApi.Panel;
using VpsPanel.Infrastructure.Configuration;
using VpsPanel.Testing;
using VpsPanel.WebApi.Http.Panel;
using Xunit;

namespace VpsPanel.Functional.Tests.Billing.Payments;

public sealed class PaymentCallbackTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private const string Path = "/api/v1/admin/orders/payments/callback";

    private HttpClient _collector = null!;

    public async Task InitializeAsync()
    {
        await app.Primary();
        _collector = app.Collector();
    }

    public Task DisposeAsync() => app.TheBooksAreRight();

    [Fact]
    public async Task A_success_pays_the_order_once()
    {
        var user = await app.NewUser();
        var order = (await user.BuyOutside(await app.NewPlan())).Ok["order"]!;

        var paid = (await _collector.Report(
            order, " Succeeded ", new { reference = "ch_1", paid_at = 1766620800, amount_cents = 3000, currency = "cny" })).Ok["order"]!;
        var again = (await _collector.Report(order, "succeeded", new { reference = "other", paid_at = 1 })).Ok["order"]!;
        var back = await _collector.Report(order, "failed");

        ((string)paid["status"]!, (string)paid["payment_status"]!, (string)paid["payment_reference"]!, (long)paid["paid_at"]!)
            .Should().Be(("paid", "succeeded", "ch_1", 1766620800));
        ((string)paid["payments"]![0]!["status"]!, (string)paid["payments"]![0]!["reference"]!).Should().Be(("succeeded", "ch_1"));
        ((long)paid["user"]!["id"]!).Should().Be(user.Id.Value);
        again.ToJsonString().Should().Be(paid.ToJsonString());
        (back.Status, back.Code).Should().Be((HttpStatusCode.Conflict, "payment.settled"));
        (await app.DaysLeft(user)).Should().Be(30);
        (await app.Scalar<long>("select count(*) from wallets where user_id = $1", user.Id.Value)).Should().Be(0);
    }

    [Fact]
    public async Task A_failure_is_kept_and_may_still_turn_into_a_success()
    {
        var user = await app.NewUser();
        var order = (await user.BuyOutside(await app.NewPlan())).Ok["order"]!;

        var failed = (await _collector.Report(
            order, "failed", new { failure_code = "declined", failure_message = "no money", reference = "ch_2" })).Ok["order"]!;
        var again = (await _collector.Report(order, "failed", new { failure_code = "other" })).Ok["order"]!;
        var paid = (await _collector.Report(order, "succeeded")).Ok["order"]!;

        ((string)failed["status"]!, (string)failed["payment_status"]!, (string)failed["payment_failure_code"]!, (string)failed["payment_failure_message"]!)
            .Should().Be(("payment_failed", "failed", "declined", "no money"));
        ((string)failed["payments"]![0]!["failure_code"]!, (string)failed["payments"]![0]!["reference"]!).Should().Be(("declined", "ch_2"));
        again.ToJsonString().Should().Be(failed.ToJsonString());
        ((string)paid["status"]!, (string)paid["payments"]![0]!["failure_code"]!).Should().Be(("paid", ""));
        paid.AsObject().Should().NotContainKeys("payment_failure_code", "payment_failure_message");
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("pay")]
    public async Task Money_that_comes_too_late_goes_to_the_wallet_once(string meanwhile)
    {
        var (user, admin) = (await app.NewUser(), await app.NewAdmin("plan_order.*"));
        var order = (await user.BuyOutside(await app.NewPlan())).Ok["order"]!;
        var ended = (await admin.Http.Post($"/api/v1/admin/orders/{order["id"]}/{meanwhile}")).Ok["order"]!;

        var failure = await _collector.Report(order, "failed");
        var first = (await _collector.Report(order, "succeeded")).Ok["order"]!;
        _ = (await _collector.Report(order, "succeeded")).Ok;

        (failure.Status, failure.Code).Should().Be((HttpStatusCode.Conflict, "flow.illegal_move"));
        ((string)first["status"]!).Should().Be((string)ended["status"]!);
        (await app.BalanceOf(user)).Should().Be(3000);
        (await app.Scalar<string>("select verdict from payment_notices where order_id = $1", (long)order["id"]!)).Should()
            .Be("credited_to_wallet");
    }

    [Fact]
    public async Task Less_than_the_total_goes_to_the_wallet_once_and_does_not_pay_the_order()
    {
        var user = await app.NewUser();
        var order = (await user.BuyOutside(await app.NewPlan())).Ok["order"]!;

        var first = (await _collector.Report(order, "succeeded", new { amount_cents = 2999, reference = "ch_9" })).Ok["order"]!;
        _ = (await _collector.Report(order, "succeeded", new { amount_cents = 2999, reference = "ch_9" })).Ok;

        ((string)first["status"]!, (string)first["payments"]![0]!["status"]!, (string)first["payments"]![0]!["failure_code"]!)
            .Should().Be(("pending_payment", "failed", "underpaid"));
        (await app.BalanceOf(user)).Should().Be(2999);
        (await app.Subscriptions(user)).Should().Be(0);
        (await app.Scalar<string>("select verdict from payment_notices where order_id = $1", (long)order["id"]!)).Should().Be("underpaid");
    }

    [Fact]
    public async Task More_than_the_total_pays_the_order_and_the_rest_goes_to_the_wallet_once()
    {
        var user = await app.NewUser();
        var order = (await user.BuyOutside(await app.NewPlan())).Ok["order"]!;

        var first = (await _collector.Report(order, "succeeded", new { amount_cents = 3500 })).Ok["order"]!;
        _ = (await _collector.Report(order, "succeeded", new { amount_cents = 3500 })).Ok;

        ((string)first["status"]!).Should().Be("paid");
        (await app.BalanceOf(user)).Should().Be(500);
        (await app.DaysLeft(user)).Should().Be(30);
        (await app.Scalar<string>("select verdict from payment_notices where order_id = $1", (long)order["id"]!)).Should().Be("overpaid");
    }

    [Theory]
    [InlineData(0, "CNY")]
    [InlineData(3000, "USD")]
    public async Task No_amount_or_another_currency_settles_nothing_and_is_shown_to_the_admins(long cents, string currency)
    {
        var order = (await (await app.NewUser()).BuyOutside(await app.NewPlan())).Ok["order"]!;

        var refused = await _collector.Report(order, "succeeded", new { amount_cents = cents, currency });

        (refused.Status, refused.Code).Should().Be((HttpStatusCode.BadRequest, "payment.notice_differs"));
        (await app.Scalar<string>("select status from orders where id = $1", (long)order["id"]!)).Should().Be("pending_payment");
        (await app.Scalar<string>("select verdict from payment_notices where order_id = $1", (long)order["id"]!)).Should()
            .Be("amount_differs");
    }

    [Fact]
    public async Task An_event_is_handled_once_under_its_name()
    {
        var order = (await (await app.NewUser()).BuyOutside(await app.NewPlan())).Ok["order"]!;

        var failed = (await _collector.Report(order, "failed", new { event_id = "evt_1" })).Ok;
        _ = (await _collector.Report(order, "succeeded", new { event_id = "evt_2" })).Ok;
        var repeat = (await _collector.Report(order, "failed", new { event_id = "evt_1" })).Ok;
        var stolen = await _collector.Report(order, "succeeded", new { event_id = "evt_1" });

        var differs = await _collector.Report(order, "succeeded", new { event_id = "evt_3", amount_cents = 0 });
        var differsAgain = await _collector.Report(order, "succeeded", new { event_id = "evt_3", amount_cents = 0 });

        (differs.Code, differsAgain.Code).Should().Be(("payment.notice_differs", "payment.notice_differs"));
        repeat.ToJsonString().Should().Be(failed.ToJsonString(), "an event that comes late again is not news");
        stolen.Code.Should().Be("idempotency.mismatch");
        (await app.Scalar<string>("select status from orders where id = $1", (long)order["id"]!)).Should().Be("paid");
    }

    [Fact]
    public async Task Only_payments_of_the_named_order_are_meant()
    {
        var user = await app.NewUser();
        var plan = await app.NewPlan();
        var (mine, other) = ((await user.BuyOutside(plan)).Ok["order"]!, (await user.BuyOutside(plan)).Ok["order"]!);

        var crossed = await _collector.Report(mine, "succeeded", new { payment_id = (long)other["payments"]![0]!["id"]! });
        var unknown = await _collector.Report(mine, "succeeded", new { order_id = 987654 });

        (crossed.Status, crossed.Code).Should().Be((HttpStatusCode.NotFound, "payment.not_found"));
        (unknown.Status, unknown.Code).Should().Be((HttpStatusCode.NotFound, "order.not_found"));
    }

    [Theory]
    [InlineData("""{"order_id":0,"payment_id":1,"status":"failed"}""")]
    [InlineData("""{"order_id":1,"status":"failed"}""")]
    [InlineData("""{"order_id":1,"payment_id":1,"status":"maybe"}""")]
    [InlineData("""{"order_id":"x","payment_id":1,"status":"failed"}""")]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("")]
    public async Task Nonsense_is_a_bad_request(string body) =>
        (await _collector.Post(Path, body)).Status.Should().Be(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Without_a_proof_nothing_is_believed()
    {
        var order = (await (await app.NewUser()).BuyOutside(await app.NewPlan())).Ok["order"]!;
        var body = $$"""{"order_id":{{order["id"]}},"payment_id":{{order["payments"]![0]!["id"]}},"status":"succeeded"}""";
        var unconfigured = await app.Anonymous.Post(Path, body);
        using var stranger = app.Client(null, app.BelievingNode());

        var silent = await stranger.Post(Path, body);
        stranger.DefaultRequestHeaders.Add("X-ZNP-Webhook-Token", "guess");
        var wrong = await stranger.Post(Path, body);

        (unconfigured.Status, unconfigured.Code).Should().Be((HttpStatusCode.ServiceUnavailable, "webhook.not_configured"));
        (silent.Status, silent.Code).Should().Be((HttpStatusCode.Unauthorized, "webhook.unproven"));
        wrong.Status.Should().Be(HttpStatusCode.Unauthorized);
        (await app.Scalar<string>("select status from orders where id = $1", (long)order["id"]!)).Should().Be("pending_payment");
    }

    [Fact]
    public async Task A_signature_over_the_body_as_it_is_sent_is_a_proof()
    {
        var order = (await (await app.NewUser()).BuyOutside(await app.NewPlan())).Ok["order"]!;
        var body = $$"""{ "order_id":{{order["id"]}}, "payment_id":{{order["payments"]![0]!["id"]}}, "status":"succeeded" }""";
        var node = app.AddNode(new Dictionary<string, string>
        {
            ["Panel:Webhook:Stripe:SigningSecret"] = "whsec_test",
            ["Panel:Webhook:SharedToken"] = PanelSteps.WebhookToken,
        });
        using var http = app.Client(null, node);
        http.DefaultRequestHeaders.Add("X-ZNP-Webhook-Token", PanelSteps.WebhookToken);
        var seconds = app.Clock.GetUtcNow().ToUnixTimeSeconds();
        var right = Convert.ToHexStringLower(HMACSHA256.HashData("whsec_test"u8, Encoding.UTF8.GetBytes($"{seconds}.{body}")));

        (await Sent($"t={seconds},v1={new string('0', 64)}")).Should().Be(HttpStatusCode.Unauthorized, "a signature is judged alone");
        (await Sent($"t={seconds},v0={right}")).Should().Be(HttpStatusCode.Unauthorized);
        (await Sent($"t={seconds - 301},v1={right}")).Should().Be(HttpStatusCode.Unauthorized);
        (await Sent($"t={seconds}, v1={new string('0', 64)} ,v1={right}")).Should().Be(HttpStatusCode.OK);
        http.DefaultRequestHeaders.Remove("Stripe-Signature");
        (await http.Post(Path, body)).Status.Should().Be(HttpStatusCode.OK, "the token is a proof too");

        async Task<HttpStatusCode> Sent(string signature)
        {
            http.DefaultRequestHeaders.Remove("Stripe-Signature");
            http.DefaultRequestHeaders.Add("Stripe-Signature", signature);
            return (await http.Post(Path, body)).Status;
        }
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(300, true)]
    [InlineData(-300, true)]
    [InlineData(301, false)]
    [InlineData(-301, false)]
    public void The_known_signature_holds_within_five_minutes_either_way(int seconds, bool isProof)
    {
        var clock = new Stopped(DateTimeOffset.FromUnixTimeSeconds(1766620800 + seconds));
        var headers = new HeaderDictionary
        {
            ["Stripe-Signature"] = "t=1766620800,v1=8c6732db58ff5a3de89d900ce8ca6b7688987b68a9096e73e0b1ce0526e17714",
        };

        var failure = Guard(options => options.Stripe.SigningSecret = "whsec_test", clock)
            .RefuseProof(headers, """{"order_id":1,"payment_id":1,"status":"succeeded"}"""u8);

        (failure is null).Should().Be(isProof);
    }

    [Theory]
    [InlineData("t=99999999999999999999,v1=0")]
    [InlineData("t=9223372036854775807,v1=0")]
    [InlineData("t=-1,v1=0")]
    [InlineData("t=,v1")]
    [InlineData(",,,=")]
    public void A_signature_that_is_none_is_no_proof(string header) => Guard(options => options.Stripe.SigningSecret = "whsec_test")
        .RefuseProof(new HeaderDictionary { ["Stripe-Signature"] = header }, "{}"u8)!.Kind.Should().Be(ErrorKind.Unauthorized);

    [Theory]
    [InlineData("203.0.113.9", true)]
    [InlineData("::ffff:203.0.113.9", true)]
    [InlineData("203.0.114.9", false)]
    [InlineData("2001:db8::1", true)]
    [InlineData(null, false)]
    public void Only_known_networks_may_call(string? address, bool mayCall)
    {
        var guard = Guard(options => options.SharedToken = "t", allowed: "203.0.113.0/24, 2001:db8::/32");

        (guard.RefuseSender(address is null ? null : IPAddress.Parse(address)) is null).Should().Be(mayCall);
    }

    private static WebhookGuard Guard(Action<WebhookOptions> configure, TimeProvider? clock = null, string allowed = "")
    {
        var options = new WebhookOptions();
        configure(options);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Allowed", allowed)]).Build();
        return new WebhookGuard(new Fixed(options), NetworkList.Read(configuration, "Allowed"), clock ?? TimeProvider.System);
    }

    private sealed class Stopped(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }

    private sealed class Fixed(WebhookOptions options) : IOptionsMonitor<WebhookOptions>
    {
        public WebhookOptions CurrentValue => options;

        public WebhookOptions Get(string? name) => options;

        public IDisposable? OnChange(Action<WebhookOptions, string?> listener) => null;
    }
}
