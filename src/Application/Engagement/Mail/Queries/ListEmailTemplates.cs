using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Mail;

namespace VpsPanel.Application.Engagement.Mail.Queries;

public sealed record ListEmailTemplates : IQuery<Listing<EmailTemplateView>>;

public sealed record EmailTemplateView(
    long Id, string Name, string Subject, string Body, bool Enabled, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    internal static EmailTemplateView Of(EmailTemplate template) => new(
        template.Id.Value, template.Name, template.Subject, template.Body, template.Enabled, template.CreatedAt, template.UpdatedAt);
}

internal sealed class ListEmailTemplatesHandler(IReadDb db) : IQueryHandler<ListEmailTemplates, Listing<EmailTemplateView>>
{
    private static readonly Sql<NoArgs, EmailTemplateView> All =
        new("select id, name, subject, body, enabled, created_at, updated_at from email_templates order by id");

    public async Task<Result<Listing<EmailTemplateView>>> Handle(ListEmailTemplates request, CancellationToken cancellationToken) =>
        new Listing<EmailTemplateView>(await db.List(All, NoArgs.Value, cancellationToken));
}
