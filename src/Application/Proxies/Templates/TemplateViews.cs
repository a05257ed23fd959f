using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Proxies.TemplateLanguage;
using VpsPanel.Domain.Proxies.TemplateLanguage;
using VpsPanel.Domain.Proxies.Templates;

namespace VpsPanel.Application.Proxies.Templates;

/// <summary>A template as admins see it: its draft, and when it was published last.</summary>
public sealed record TemplateView(
    long Id,
    string Name,
    string Description,
    string ClientType,
    [property: WordsOf(typeof(TemplateFormat))] string Format,
    [property: WordsOf(typeof(TemplateFunctions))] string Functions,
    string Content,
    RawJson Variables,
    bool IsDefault,
    int Version,
    UnixSeconds UpdatedAt,
    UnixSeconds PublishedAt,
    string LastPublishedBy);

/// <summary>One publication of a template.</summary>
public sealed record TemplateVersionView(
    int Version, string Changelog, UnixSeconds PublishedAt, string PublishedBy, RawJson Variables, string Format, string Functions,
    string Content);

/// <param name="Warnings">What renders and does what its author hardly meant.</param>
public sealed record PublishedTemplateView(
    TemplateView Template, TemplateVersionView History, IReadOnlyList<TemplateWarning> Warnings);

internal sealed class TemplateMaps : Mappings
{
    public TemplateMaps()
    {
        CreateMap<SubscriptionTemplate, TemplateView>()
            .ForCtorParam(nameof(TemplateView.Variables), view => view.MapFrom(template => new RawJson(template.Variables)));
        CreateMap<TemplateVersion, TemplateVersionView>()
            .ForCtorParam(nameof(TemplateVersionView.Variables), view => view.MapFrom(version => new RawJson(version.Variables)));
    }
}
