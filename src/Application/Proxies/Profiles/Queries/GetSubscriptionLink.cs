using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Sales.Subscriptions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Proxies.Profiles.Queries;

/// <summary>The address that the owner gives to clients.</summary>
public sealed record GetSubscriptionLink(SubscriptionId Id) : IQuery<SubscriptionLinkView>;

/// <param name="Url">Empty while the site has no public address.</param>
public sealed record SubscriptionLinkView(long SubscriptionId, string Token, string Url);

internal sealed class GetSubscriptionLinkHandler(
    ISubscriptions subscriptions, SubscriptionSecrets secrets, ISettings settings, ICurrentActor actor)
    : IQueryHandler<GetSubscriptionLink, SubscriptionLinkView>
{
    public async Task<Result<SubscriptionLinkView>> Handle(GetSubscriptionLink query, CancellationToken ct)
    {
        if (await subscriptions.Find(query.Id, ct) is not { } subscription || !subscription.IsOwnedBy(actor.UserId))
            return SubscriptionErrors.NotFound;

        var (token, site) = (secrets.TokenOf(subscription), await ProfileSites.Read(settings, ct));
        return new SubscriptionLinkView(subscription.Id.Value, token, DeliveryLink.Of(site.Url, token));
    }
}
