using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.ScheduledTasks;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Platform.Settings.Commands;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;
using VpsPanel.Functional.Tests.Sales.Catalog;
using VpsPanel.Testing;

namespace VpsPanel.Functional.Tests.Sales.VpsOrders;

/// <summary>What a customer does to get to some state, by the routes that a customer uses.</summary>
internal static class OrderSteps
{
    private static long _recharges;

    public static object Item(this Shop shop, int qty = 1, object? spec = null) =>
        new { package_id = shop.Package.Value, system_id = shop.Image.Value, spec, qty };

    public static Task<Reply> Order(this Person person, Shop shop, int qty = 1, string? key = null) =>
        person.Http.Post("/api/v1/orders/items", new { items = new[] { shop.Item(qty) } }, key);

    public static async Task<long> OrderId(this Person person, Shop shop, int qty = 1) => (await person.Order(shop, qty)).IdOfOrder();

    public static long IdOfOrder(this Reply reply) => (long)reply.Ok["order"]!["id"]!;

    public static Task<Reply> Pay(this Person person, long order, string method = "balance") =>
        person.Http.Post($"/api/v1/orders/{order}/pay", new { method });

    public static Task<string> StatusOf(this PanelApp app, long order) =>
        app.Scalar<string>("select status from orders where id = $1", order);

    public static Task<long> BalanceOf(this PanelApp app, Person person) =>
        app.Scalar<long>("select coalesce(sum(balance_cents), 0) from wallets where user_id = $1", person.Id.Value);

    /// <summary>Money from nowhere, booked like a recharge.</summary>
    public static Task<bool> Fund(this PanelApp app, Person person, long cents) => app.Work(async services =>
    {
        var wallet = await services.GetRequiredService<IWallets>().ForUpdate(person.Id, "CNY", default);
        var reference = new LedgerReference("test_funds", Interlocked.Increment(ref _recharges));
        return wallet.Credit(EntryKind.Recharge, reference, Money.Yuan(cents), "funds", app.Clock.GetUtcNow()).IsSuccess;
    });

    /// <summary>A change behind the service's back; fails loudly when there is nothing to change.</summary>
    public static async Task Change(this PanelApp app, string table, string set, string where, long id)
    {
        var changed = await app.Scalar<long>(
            $"with changed as (update {table} set {set} where {where} = $1 returning 1) select count(*) from changed", id);
        if (changed == 0)
            throw new InvalidOperationException($"No row of {table} has {where} {id}.");
    }

    /// <summary>One pass of a scheduled task, now.</summary>
    public static async Task Run(this PanelApp app, string task)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().Set(Actor.System, task, null);
        var result = await scope.ServiceProvider.GetServices<IScheduledTask>().Single(one => one.Key() == task).RunOnce(default);
        if (!result.IsSuccess)
            throw new InvalidOperationException($"{task}: {result.Error.Code}");
    }

    /// <summary>The time to pay is over.</summary>
    public static Task BecomesDue(this PanelApp app, long order) =>
        app.Change("orders", $"payment_due_at = '{app.Clock.GetUtcNow().AddSeconds(-1):O}'", "id", order);

    /// <summary>Closes the order as the clock does.</summary>
    public static async Task Expire(this PanelApp app, long order)
    {
        await app.BecomesDue(order);
        await app.Run("unpaid_order_expiry");
    }

    public static Task Set(this PanelApp app, Setting setting, string value) =>
        app.Send(new ChangeSettings([new SettingText(setting.Key, value)]));

    public static JsonNode Order(this Reply reply) => reply.Ok["order"]!;
}
