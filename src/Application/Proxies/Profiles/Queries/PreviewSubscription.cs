using System.Security.Cryptography;
using System.Text;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Proxies.Clients;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Templates;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Proxies.Profiles.Queries;

/// <summary>The owner's look at what a client would get.</summary>
/// <param name="TemplateId">Null or 0 for the subscription's own template.</param>
public sealed record PreviewSubscription(SubscriptionId Id, long? TemplateId) : IQuery<PreviewView>;

/// <param name="Etag">SHA-256 of the content in hexadecimal.</param>
public sealed record PreviewView(
    long SubscriptionId, long TemplateId, string Content, string ContentType, string Etag, UnixSeconds GeneratedAt);

internal sealed class PreviewSubscriptionHandler(
    IReadDb db, ISecretProtector secrets, ISettings settings, NodeSets nodes, PublishedTemplates templates, ProfileBodies bodies,
    ICurrentActor actor, TimeProvider clock)
    : IQueryHandler<PreviewSubscription, PreviewView>
{
    private static readonly Sql<Args, OwnerRow> Mine = new(
        $"select {OwnerRow.Columns} from subscriptions s join users u on u.id = s.user_id where s.id = @Id and s.user_id = @UserId");

    public async Task<Result<PreviewView>> Handle(PreviewSubscription query, CancellationToken ct)
    {
        if (await db.First(Mine, new Args(query.Id.Value, actor.UserId.Value), ct) is not { } row)
            return SubscriptionErrors.NotFound;

        var selector = await templates.Get(ct);
        var wanted = query.TemplateId is null or 0 ? selector.InUse(
            row.TemplateId, row.AvailableTemplateIds) : selector.Find(query.TemplateId.Value);
        if (wanted is not { } template)
            return TemplateErrors.NotFound;

        if (!selector.Offered(row.TemplateId, row.AvailableTemplateIds).Contains(template))
            return TemplateErrors.NotAvailable;

        var client = ClientIdentities.Of(template.ClientType, null, "", await DeliverProfileHandler.AssumedMihomo(settings, ct));
        var body = bodies.Get(row.Open(secrets, clock.GetUtcNow()), await nodes.Get(ct), template, client, await ProfileSites.Read(settings, ct));
        if (!body.IsSuccess)
            return body.Error;

        var etag = Convert.ToHexStringLower(SHA256.HashData(body.Value.Utf8));
        return new PreviewView(
            row.Id, template.Id, Encoding.UTF8.GetString(body.Value.Utf8), body.Value.ContentType, etag, clock.GetUtcNow());
    }

    internal sealed record Args(long Id, long UserId);
}
