using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Subscriptions;

namespace VpsPanel.Application.SubscriptionTemplates.Queries;

/// <summary>Every publication of a template, the last one first.</summary>
public sealed record ListTemplateEditions(SubscriptionTemplateId Id) : IQuery<Listing<TemplateEditionView>>;

internal sealed class ListTemplateEditionsHandler(IReadDb db) : IQueryHandler<ListTemplateEditions, Listing<TemplateEditionView>>
{
    private static readonly Sql<Args, long> Templates = new("select cast(count(*) as bigint) from subscription_templates where id = @Id");

    private static readonly Sql<Args, TemplateEditionView> Rows = new(
        """
        select e.version, e.changelog, e.published_at, e.published_by, e.variables, e.format, e.content
        from subscription_template_editions e
        where e.template_id = @Id
        order by e.version desc
        """);

    public async Task<Result<Listing<TemplateEditionView>>> Handle(ListTemplateEditions query, CancellationToken ct)
    {
        var args = new Args(query.Id.Value);
        if (await db.Scalar(Templates, args, ct) == 0)
            return TemplateErrors.NotFound;

        return new Listing<TemplateEditionView>(await db.List(Rows, args, ct));
    }

    internal sealed record Args(long Id);
}
