using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Subscriptions;

namespace VpsPanel.Application.SubscriptionTemplates;

/// <summary>A template as admins see it: its draft, and when it was published last.</summary>
public sealed record TemplateView(
    long Id,
    string Name,
    string Description,
    string ClientType,
    [property: WordsOf(typeof(TemplateFormat))] string Format,
    string Content,
    RawJson Variables,
    bool IsDefault,
    int Version,
    UnixSeconds UpdatedAt,
    UnixSeconds PublishedAt,
    string LastPublishedBy);

/// <summary>One publication of a template.</summary>
public sealed record TemplateEditionView(
    int Version, string Changelog, UnixSeconds PublishedAt, string PublishedBy, RawJson Variables, string Format, string Content);

public sealed record PublishedTemplateView(TemplateView Template, TemplateEditionView History);

internal sealed class TemplateMaps : Maps
{
    public TemplateMaps()
    {
        CreateMap<SubscriptionTemplate, TemplateView>().ConvertUsing(template => new TemplateView(
            template.Id.Value,
            template.Name,
            template.Description,
            template.ClientType,
            WireNames.Of(template.Format),
            template.Content,
            new RawJson(template.Variables),
            template.IsDefault,
            template.Version,
            UnixSeconds.Of(template.UpdatedAt),
            UnixSeconds.Of(template.PublishedAt) ?? default,
            template.LastPublishedBy));
        CreateMap<TemplateEdition, TemplateEditionView>().ConvertUsing(edition => new TemplateEditionView(
            edition.Version,
            edition.Changelog,
            UnixSeconds.Of(edition.PublishedAt),
            edition.PublishedBy,
            new RawJson(edition.Variables),
            WireNames.Of(edition.Format),
            edition.Content));
    }
}
