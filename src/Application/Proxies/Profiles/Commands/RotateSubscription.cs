using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Proxies.Profiles.Queries;
using VpsPanel.Application.Sales.Subscriptions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Proxies.Profiles.Commands;

/// <summary>A new address, because the old one got into wrong hands.</summary>
/// <param name="Credentials">Whether those on the nodes become new as well; otherwise profiles that were fetched before go on
/// working.</param>
public sealed record RotateSubscription(SubscriptionId Id, bool Credentials) : ICommand<SubscriptionLinkView>;

internal sealed class RotateSubscriptionHandler(
    ISubscriptions subscriptions, SubscriptionSecrets secrets, ISettings settings, ICurrentActor actor)
    : ICommandHandler<RotateSubscription, SubscriptionLinkView>
{
    public async Task<Result<SubscriptionLinkView>> Handle(RotateSubscription command, CancellationToken ct)
    {
        if (await subscriptions.FindForUpdate(command.Id, ct) is not { } subscription || !subscription.IsOwnedBy(actor.UserId))
            return SubscriptionErrors.NotFound;

        var keys = secrets.Make();
        subscription.Rotate(command.Credentials ? keys : keys with { SealedCredential = subscription.SealedCredential });

        var (token, site) = (secrets.TokenOf(subscription), await ProfileSites.Read(settings, ct));
        return new SubscriptionLinkView(subscription.Id.Value, token, DeliveryLink.Of(site.Url, token));
    }
}
