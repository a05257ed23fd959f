using System.Net.Http.Headers;
using FluentAssertions;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.GeneratedClient;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Clients;

/// <summary>What a programmer gets who lets NSwag make a client of openapi.yaml: types and calls that do what they say.</summary>
public sealed class GeneratedClientTests(DemoService demo) : IClassFixture<DemoService>
{
    private const string Password = "P@ssw0rd!";

    [Fact]
    public async Task A_customer_buys_a_vps_and_a_plan()
    {
        var guest = new VpsPanelClient(Http(null));
        var customer = await Join(guest);
        var admin = SignIn(await guest.LogInAdminAsync(new LogInBody { Username = "admin", Password = Password }));
        await Fund(customer, admin, 500);

        var catalog = await customer.GetCatalogAsync();
        var placed = await customer.PlaceOrderAsync(
            new OrderLines
            {
                Items = [new OrderLine
                {
                    Package_id = catalog.Packages.First().Id,
                    System_id = catalog.System_images.First().Id,
                    Spec = new CartSpec { Billing_cycle_id = catalog.Billing_cycles.First().Id, Cycle_qty = 1 },
                    Qty = 1,
                }],
            },
            "generated-client");
        placed.Order.Status.Should().Be(OrderStatus.Pending_payment);
        placed.Order.Total_amount.Should().BePositive();

        var paid = await customer.PayMyOrderAsync(placed.Order.Id, new PayOrderRequest { Method = "balance" });
        paid.Paid.Should().BeTrue();
        await Eventually.Become(
            async () => (await customer.GetMyOrderAsync(placed.Order.Id)).Order.Status == OrderStatus.Active, "the order is active");
        var vps = (await customer.ListMyVpsAsync()).Items.Should().ContainSingle().Subject;
        vps.Status.Should().Be(VpsStatus.Running);
        vps.Order_item_id.Should().Be(placed.Items.Single().Id);

        var plan = (await customer.ListPlansOnSaleAsync()).Plans.First();
        var bought = await customer.PlacePlanOrderAsync(new PlanOrderBody { Plan_id = plan.Id, Quantity = 1 });
        bought.Order.Status.Should().Be(OrderStatus.Paid);
        bought.Order.Total_cents.Should().Be(plan.Price_cents);
        bought.Balance.Balance_cents.Should().Be(50_000 - (long)(placed.Order.Total_amount * 100) - plan.Price_cents);
        var mine = (await customer.ListMySubscriptionsAsync()).Subscriptions.Should().ContainSingle().Subject;
        mine.Status.Should().Be(SubscriptionStatus.Active);
        (await admin.ListPlanOrdersAsync("admin", status: OrderStatus.Paid)).Orders.Should().Contain(order => order.Id == bought.Order.Id);
    }

    [Fact]
    public async Task A_refusal_is_an_exception_with_the_error_body()
    {
        var customer = await Join(new VpsPanelClient(Http(null)));

        var unknown = async () => await customer.GetMyOrderAsync(888_888);
        var poor = async () => await customer.RequestWithdrawalAsync(new WalletOrderBody { Amount = 1_000_000m });
        var wrong = async () => await customer.RequestRechargeAsync(new WalletOrderBody { Amount = -1m });

        (await unknown.Should().ThrowAsync<ApiException<ErrorBody>>()).Which.Result.Code.Should().Be("order.not_found");
        (await poor.Should().ThrowAsync<ApiException<ErrorBody>>()).Which.StatusCode.Should().Be(409);
        (await wrong.Should().ThrowAsync<ApiException<ErrorBody>>()).Which.Result.Details.Should().ContainKey("amount");
    }

    private static async Task Fund(VpsPanelClient customer, VpsPanelClient admin, decimal amount)
    {
        var recharge = await customer.RequestRechargeAsync(new WalletOrderBody { Amount = amount, Note = "for a server and a plan" });
        var approved = await admin.ApproveWalletOrderAsync(recharge.Order.Id);
        approved.Wallet.Balance.Should().Be(amount);
    }

    private async Task<VpsPanelClient> Join(VpsPanelClient guest)
    {
        var name = $"u{Guid.NewGuid().ToString("N")[..10]}";
        var captcha = await guest.CreateCaptchaAsync();
        await guest.RegisterUserAsync(new RegisterBody
        {
            Username = name,
            Email = $"{name}@example.com",
            Password = Password,
            Captcha_id = captcha.Captcha_id,
            Captcha_code = DemoService.Captcha,
        });
        return SignIn(await guest.LogInAsync(new LogInBody { Username = name, Password = Password }));
    }

    private VpsPanelClient SignIn(TokenPair tokens) => new(Http(tokens.Access_token));

    private HttpClient Http(string? token)
    {
        var http = new HttpClient { BaseAddress = demo.Http.BaseAddress };
        if (token is not null)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        return http;
    }
}
