using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Application.Platform.Settings.Commands;
using VpsPanel.Infrastructure.Checks;
using VpsPanel.Testing;

namespace VpsPanel.Functional.Tests.Billing.Wallets;

internal static class WalletSteps
{
    /// <summary>A user with so many yuan, put there by an admin.</summary>
    public static async Task<Person> NewUserWith(this PanelApp app, decimal yuan, Person admin)
    {
        var user = await app.NewUser();
        _ = (await admin.Http.Post($"/admin/api/v1/wallets/{user.Id.Value}/adjust", new { amount = yuan, note = "start" })).Ok;
        return user;
    }

    public static async Task<JsonNode> Wallet(this Person user) => (await user.Http.Get("/api/v1/wallet")).Ok["wallet"]!;

    public static async Task<long> Ask(this Person user, string what, decimal yuan) =>
        (long)(await user.Http.Post($"/api/v1/wallet/{what}", new { amount = yuan })).Ok["order"]!["id"]!;

    /// <summary>Dollars and yen beside the default currency.</summary>
    public static Task TakeDollarsAndYen(this PanelApp app) =>
        app.Send(new ChangeSettings([new SettingText(CurrencySettings.Currencies.Key, """{"CNY":2,"USD":2,"JPY":0}""")]));

    /// <summary>Every invariant that can be checked here holds.</summary>
    public static async Task TheBooksAreRight(this PanelApp app)
    {
        foreach (var invariant in app.Services.GetServices<IInvariant>())
        {
            if (await invariant.Obstacle(default) is null)
                (await invariant.Violations(default)).Should().BeEmpty(invariant.Name);
        }
    }
}
