using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Mail;

namespace VpsPanel.Application.Engagement.Mail;

public interface IEmailTemplates : IRepository<EmailTemplate, EmailTemplateId>
{
    /// <summary>Without regard to case.</summary>
    Task<EmailTemplate?> FindByName(string name, CancellationToken ct);
}

internal static class EmailTemplateErrors
{
    public static Error NotFound { get; } = Error.NotFound("email_template.not_found", "template not found");

    public static Error NameTaken { get; } = Error.Conflict("email_template.name_taken", "conflict");
}
