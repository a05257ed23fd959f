using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using VpsPanel.Application.Proxies.Clients;
using VpsPanel.Application.Proxies.TemplateLanguage.Rendering;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Proxies.Profiles;

/// <summary>
/// Renders profiles and keeps the bodies of the last ones: the same subscription, template edition, client, set of nodes and site always give
/// the same body.
/// </summary>
internal sealed class ProfileBodies(TimeProvider clock)
{
    private const long MostBytes = 64 * 1024 * 1024;

    private readonly ConcurrentDictionary<Key, ProfileBody> _bodies = new();
    private long _bytes;

    public Result<ProfileBody> Get(ProfileOwner owner, NodeSet nodes, PublishedTemplate template, ClientIdentity client, ProfileSite site)
    {
        var now = clock.GetUtcNow();
        var key = new Key(
            owner.Id, owner.Version, owner.TrafficUsedBytes, owner.Obstacle(now), nodes.Version, template.Id, template.Version, client, site);
        if (_bodies.TryGetValue(key, out var known))
            return known;

        var rendered = template.Render(ProfileContext.Of(owner, nodes, template, client, site, now), clock);
        if (!rendered.IsSuccess)
            return rendered.Error;

        var utf8 = GoText.ToBytes(rendered.Value);
        var body = new ProfileBody(utf8, ETag(utf8, template), template.ContentType);
        Keep(key, body);
        return body;
    }

    private void Keep(Key key, ProfileBody body)
    {
        if (Interlocked.Add(ref _bytes, body.Utf8.Length) > MostBytes)
        {
            // Cheaper than to know which one was used last: the busy ones are back with their next request.
            _bodies.Clear();
            Interlocked.Exchange(ref _bytes, body.Utf8.Length);
        }

        _bodies[key] = body;
    }

    private static string ETag(byte[] utf8, PublishedTemplate template)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{template.Id}/{template.Version}/"));
        hash.AppendData(utf8);
        return $"\"{Base64Url.EncodeToString(hash.GetHashAndReset())}\"";
    }

    private sealed record Key(
        long SubscriptionId, long SubscriptionVersion, long TrafficUsedBytes, string? Obstacle, string Nodes, long TemplateId, int TemplateVersion,
        ClientIdentity Client, ProfileSite Site);
}
