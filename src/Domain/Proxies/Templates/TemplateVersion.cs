using VpsPanel.Domain.Proxies.TemplateLanguage;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Domain.Proxies.Templates;

/// <summary>A template as it was published once: written once, never changed.</summary>
public sealed class TemplateVersion
{
    public const int MaxChangelog = 2000;
    public const int MaxPublishedBy = 128;

    private TemplateVersion()
    {
    }

    public TemplateVersionId Id { get; private set; }

    public SubscriptionTemplateId TemplateId { get; private set; }

    /// <summary>Counts from 1 within the template.</summary>
    public int Version { get; private set; }

    public TemplateFormat Format { get; private set; }

    public TemplateFunctions Functions { get; private set; }

    public string Content { get; private set; } = "";

    public string Variables { get; private set; } = "{}";

    public string Changelog { get; private set; } = "";

    public DateTimeOffset PublishedAt { get; private set; }

    public string PublishedBy { get; private set; } = "";

    internal static TemplateVersion Of(SubscriptionTemplate template, string changelog) => new()
    {
        TemplateId = template.Id,
        Version = template.Version,
        Format = template.Format,
        Functions = template.Functions,
        Content = template.Content,
        Variables = template.Variables,
        Changelog = changelog,
        PublishedAt = template.PublishedAt!.Value,
        PublishedBy = template.LastPublishedBy,
    };
}
