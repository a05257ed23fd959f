using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Engagement.Mail;

namespace VpsPanel.Application.Engagement.Mail;

public interface IEmailTemplates : IRepository<EmailTemplate, EmailTemplateId>
{
    /// <summary>Without regard to case.</summary>
    Task<EmailTemplate?> FindByName(string name, CancellationToken ct);
}
