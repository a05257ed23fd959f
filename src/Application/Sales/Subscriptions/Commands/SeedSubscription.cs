using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Sales.Subscriptions.Commands;

/// <summary>The demo's subscription, whose token is known; does nothing once it exists.</summary>
/// <param name="Login">The owner's name or address.</param>
public sealed record SeedSubscription(string Login, string Name, string Token) : ICommand;

internal sealed class SeedSubscriptionHandler(IUsers users, ISubscriptions subscriptions, SubscriptionSecrets secrets, TimeProvider clock)
    : ICommandHandler<SeedSubscription>
{
    private const long Gibibyte = 1L << 30;

    public async Task<Result> Handle(SeedSubscription command, CancellationToken ct)
    {
        if (await subscriptions.FindByTokenHash(SubscriptionSecrets.Hash(command.Token), ct) is not null
            || await users.FindByLogin(command.Login, ct) is not { } owner)
        {
            return Result.Success;
        }

        var terms = new SubscriptionTerms(null, command.Name, command.Name, 5);
        var grant = Grant.Gift(TimeSpan.FromDays(30), 1024 * Gibibyte, "seed-demo");
        var subscription = Subscription.Open(owner.Id, terms, secrets.Make(command.Token), grant, clock.GetUtcNow());
        subscription.Use(256 * Gibibyte);
        await subscriptions.Add(subscription, ct);
        return Result.Success;
    }
}
