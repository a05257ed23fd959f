using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Templates;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Proxies.Templates.Queries;

/// <summary>Every publication of a template, the last one first.</summary>
public sealed record ListTemplateVersions(SubscriptionTemplateId Id) : IQuery<Listing<TemplateVersionView>>;

internal sealed class ListTemplateVersionsHandler(IReadDb db) : IQueryHandler<ListTemplateVersions, Listing<TemplateVersionView>>
{
    private static readonly Sql<Args, long> Templates = new("select cast(count(*) as bigint) from subscription_templates where id = @Id");

    private static readonly Sql<Args, TemplateVersionView> Rows = new(
        """
        select e.version, e.changelog, e.published_at, e.published_by, e.variables, e.format, e.functions, e.content
        from subscription_template_editions e
        where e.template_id = @Id
        order by e.version desc
        """);

    public async Task<Result<Listing<TemplateVersionView>>> Handle(ListTemplateVersions query, CancellationToken ct)
    {
        var args = new Args(query.Id.Value);
        if (await db.Scalar(Templates, args, ct) == 0)
            return TemplateErrors.NotFound;

        return new Listing<TemplateVersionView>(await db.List(Rows, args, ct));
    }

    internal sealed record Args(long Id);
}
