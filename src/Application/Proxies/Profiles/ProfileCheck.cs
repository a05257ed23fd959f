using VpsPanel.Application.Proxies.Clients;
using VpsPanel.Application.Proxies.Outbounds;
using VpsPanel.Application.Proxies.TemplateLanguage;
using VpsPanel.Application.Proxies.Templates;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Templates;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Proxies.Profiles;

/// <summary>Renders a draft before users get it: for a subscriber with every kind of server, and for one with nothing to use.</summary>
public sealed class ProfileCheck(TimeProvider clock) : ITemplateCheck
{
    private static readonly ProfileSite Site = new("Site", "https://example.com", 24);

    private static readonly (string Kernel, string Config)[] Kernels =
    [
        ("shadowsocks", "{}"),
        ("vmess", """{"tls":true,"network":"ws","path":"/ray"}"""),
        ("vless", """{"flow":"xtls-rprx-vision","reality":{"public_key":"bqBb5wm8jKRXNMrTX7vCXtPGKMBe1oUVJ4ECmQiaUBc","short_id":"01"},"sni":"example.org"}"""),
        ("trojan", """{"network":"grpc","service_name":"tunnel"}"""),
        ("hysteria2", """{"obfs":{"password":"salt"}}"""),
    ];

    /// <inheritdoc/>
    public Result<IReadOnlyList<TemplateWarning>> Validate(SubscriptionTemplate template)
    {
        var parsed = PublishedTemplate.Parse(template.Content, template.Functions);
        if (!parsed.IsSuccess)
            return parsed.Error;

        var draft = new PublishedTemplate(
            template.Id.Value, template.Name, template.ClientType, template.IsDefault, template.Version + 1, template.Format,
            template.Variables, parsed.Value);
        var fault = Validate(draft, SubscriptionStatus.Active) ?? Validate(draft, SubscriptionStatus.Disabled);
        return fault is null ? Result.Of(parsed.Value.Warnings) : fault;
    }

    private Error? Validate(PublishedTemplate draft, SubscriptionStatus status)
    {
        var now = clock.GetUtcNow();
        var owner = new ProfileOwner(
            1, 1, "Sample", "Sample plan", status, "token", "secret", now.AddDays(30), 1L << 40, 1L << 30, 5, [draft.Id]);
        var usual = ClientIdentities.Of(draft.ClientType, null, "", Capabilities.OldestMihomo);

        // A template may branch on the version; what no version takes is seen when one of them is rendered.
        return Capabilities.VersionsOf(usual.Family).Append(usual.Version).Distinct()
            .Select(version => draft.Render(ProfileContext.Of(owner, Sample(now), draft, usual with { Version = version }, Site, now), clock).Error)
            .FirstOrDefault(error => error is not null);
    }

    private static NodeSet Sample(DateTimeOffset now)
    {
        var servers = Kernels.Select((kernel, at) =>
            new NodeServer(
                at + 1, $"{kernel.Kernel}: \"1\" # <a>, b", "Region", "XX",
                ServerReader.Read(kernel.Kernel, "node.example.com:443", kernel.Config).Server!));
        return new NodeSet(
            "sample",
            [NodeFacts.Of(1, "Sample", "Region", "XX", ["shadowsocks", "vmess"], "online", now)],
            [.. servers]);
    }
}
