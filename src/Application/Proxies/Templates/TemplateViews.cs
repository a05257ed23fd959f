using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Templates;

namespace VpsPanel.Application.Proxies.Templates;

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
public sealed record TemplateVersionView(
    int Version, string Changelog, UnixSeconds PublishedAt, string PublishedBy, RawJson Variables, string Format, string Content);

public sealed record PublishedTemplateView(TemplateView Template, TemplateVersionView History);

internal sealed class TemplateMaps : Mappings
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
        CreateMap<TemplateVersion, TemplateVersionView>().ConvertUsing(version => new TemplateVersionView(
            version.Version,
            version.Changelog,
            UnixSeconds.Of(version.PublishedAt),
            version.PublishedBy,
            new RawJson(version.Variables),
            WireNames.Of(version.Format),
            version.Content));
    }
}
