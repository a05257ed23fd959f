using VpsPanel.Application.Identity.Sessions;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Mail;

namespace VpsPanel.Application.Engagement.Mail.Commands;

public sealed record DeleteEmailTemplate(EmailTemplateId Id) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("email_template.delete", "email_template", $"{Id.Value}");
}

internal sealed class DeleteEmailTemplateHandler(IEmailTemplates templates, FreshSession fresh) : ICommandHandler<DeleteEmailTemplate>
{
    public async Task<Result> Handle(DeleteEmailTemplate request, CancellationToken cancellationToken)
    {
        if (await templates.Find(request.Id, cancellationToken) is not { } template)
            return EmailTemplateErrors.NotFound;

        if (DefaultMail.IsSecret(template.Name) && await fresh.ForCredentials(cancellationToken) is { } refused)
            return refused;

        templates.Remove(template);
        return Result.Success;
    }
}
