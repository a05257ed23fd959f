using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Proxies.Clients;
using VpsPanel.Application.Sales.Subscriptions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Proxies.Profiles.Queries;

/// <summary>What a client gets at the address of a subscription.</summary>
/// <param name="Client">The kind of client in its own words; null to go by the User-Agent.</param>
/// <param name="WantsPage">Whether a person looks: a browser that is no known client.</param>
public sealed record DeliverProfile(string Token, string? Client, string Agent, bool WantsPage) : IQuery<DeliveredProfile>;

/// <param name="ETag">With quotes; null for a page.</param>
/// <param name="Userinfo">Traffic and end in the form that clients read.</param>
/// <param name="Url">Of the site; empty without one.</param>
/// <param name="LastRefreshedAt">When a fetch was noted last.</param>
/// <param name="ChangesAt">When the body will be another one without anybody's doing.</param>
public sealed record DeliveredProfile(
    SubscriptionId Id,
    ReadOnlyMemory<byte> Body,
    string? ETag,
    string ContentType,
    string Title,
    string Userinfo,
    int UpdateHours,
    string Url,
    DateTimeOffset? LastRefreshedAt,
    DateTimeOffset ChangesAt);

internal sealed class DeliverProfileHandler(
    IReadDb db, ISecretProtector secrets, ISettings settings, NodeSets nodes, PublishedTemplates templates, ProfileBodies bodies,
    TimeProvider clock)
    : IQueryHandler<DeliverProfile, DeliveredProfile>
{
    private const int MaxToken = 128;

    private static readonly Error NoProfile =
        new(
            ErrorKind.Unavailable, "subscription.no_profile",
            "the profile cannot be made right now") { RetryAfter = TimeSpan.FromMinutes(5) };

    private static readonly Sql<Args, OwnerRow> ByToken = new(
        $"select {OwnerRow.Columns} from subscriptions s join users u on u.id = s.user_id where s.token_hash = @Hash");

    public async Task<Result<DeliveredProfile>> Handle(DeliverProfile query, CancellationToken ct)
    {
        if (query.Token.Length > MaxToken || await db.First(ByToken, new Args(SubscriptionSecrets.Hash(query.Token)), ct) is not { } row)
            return SubscriptionErrors.NotFound;

        var (owner, site) = (row.Open(secrets, clock.GetUtcNow()), await ProfileSites.Read(settings, ct));
        var client = await ClientOf(query, ct);
        if (client is null && query.WantsPage)
            return Delivered(
                row, owner, site, new ProfileBody(BrowserPage.Of(owner, site, clock.GetUtcNow()), "", "text/plain; charset=utf-8"));

        var template = (await templates.Get(ct)).Select(row.TemplateId, row.AvailableTemplateIds, client);
        if (template is null)
            return NoProfile;

        // Why a template fails is for admins; it may quote their text.
        var identity = ClientIdentities.Of(
            template.ClientType, query.Client, query.Agent, await AssumedMihomo(settings, ct));
        var body = bodies.Get(owner, await nodes.Get(ct), template, identity, site);
        return body.IsSuccess ? Delivered(row, owner, site, body.Value) : NoProfile;
    }

    private async Task<string?> ClientOf(DeliverProfile query, CancellationToken ct) => string.IsNullOrWhiteSpace(query.Client)
        ? (await settings.Get(DeliverySettings.Rules, ct)).ClientOf(query.Agent)
        : ClientTypes.Of(query.Client.Trim().ToLowerInvariant());

    /// <summary>What was saved and is no version counts as nothing.</summary>
    internal static async Task<CoreVersion> AssumedMihomo(ISettings settings, CancellationToken ct) =>
        CoreVersion.Parse(await settings.Get(DeliverySettings.MihomoAssumedVersion, ct)) ?? Capabilities.OldestMihomo;

    private DeliveredProfile Delivered(OwnerRow row, ProfileOwner owner, ProfileSite site, ProfileBody body)
    {
        // Four whole numbers and nothing after the last: parsers of clients stumble over everything else. 0 is no limit, no end.
        var expire = owner.ExpiresAt >= SubscriptionTerms.Latest ? 0 : owner.ExpiresAt.ToUnixTimeSeconds();
        return new DeliveredProfile(
            new SubscriptionId(row.Id),
            body.Utf8,
            body.ETag.Length > 0 ? body.ETag : null,
            body.ContentType,
            owner.Name.Length > 0 ? owner.Name : site.Name,
            $"upload=0; download={owner.TrafficUsedBytes}; total={owner.TrafficTotalBytes}; expire={expire}",
            site.UpdateHours,
            site.Url,
            row.LastRefreshedAt,
            ChangesAt(owner, clock.GetUtcNow()));
    }

    private static DateTimeOffset ChangesAt(ProfileOwner owner, DateTimeOffset now)
    {
        var end = owner.ExpiresAt > now ? owner.ExpiresAt : DateTimeOffset.MaxValue;
        return owner.NextResetAt is { } reset && reset < end ? reset : end;
    }

    internal sealed record Args(string Hash);
}
