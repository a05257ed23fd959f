using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.TemplateLanguage;
using VpsPanel.Domain.Proxies.Templates;

namespace VpsPanel.Application.Proxies.Profiles;

/// <summary>The editions that users get now.</summary>
internal sealed class PublishedTemplates(IReadDb db, TimeProvider clock) : Cached<TemplateSelector>(clock)
{
    private static readonly Sql<NoArgs, Row> All = new(
        """
        select t.id, t.name, t.client_type, t.default_of, e.version, e.format, e.functions, e.variables, e.content
        from subscription_templates t
        join subscription_template_editions e on e.template_id = t.id and e.version = t.version
        order by t.id
        """);

    protected override bool IsTouchedBy(IDomainEvent happened) => happened is SubscriptionTemplateChanged;

    protected override async Task<TemplateSelector> Read(CancellationToken ct) =>
        new([.. (await db.List(All, NoArgs.Value, ct)).Select(Ready).OfType<PublishedTemplate>()]);

    /// <summary>Null for an edition of an older engine that took what this one does not.</summary>
    private static PublishedTemplate? Ready(Row row)
    {
        var parsed = PublishedTemplate.Parse(row.Content, WireNames.Parse<TemplateFunctions>(row.Functions));
        return parsed.IsSuccess
            ? new PublishedTemplate(
                row.Id, row.Name, row.ClientType, row.DefaultOf is not null, row.Version, WireNames.Parse<TemplateFormat>(row.Format),
                row.Variables, parsed.Value)
            : null;
    }

    internal sealed record Row(
        long Id, string Name, string ClientType, string? DefaultOf, int Version, string Format, string Functions, string Variables,
        string Content);
}
