using Microsoft.EntityFrameworkCore;
using VpsPanel.Application.Engagement.Mail;
using VpsPanel.Domain.Engagement.Mail;
using VpsPanel.Domain.Identity.Users;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Repositories;

internal sealed class EmailTemplates(PanelDb db, EfUnitOfWork work, IDialect dialect)
    : Repository<EmailTemplate, EmailTemplateId>(db, work, dialect), IEmailTemplates
{
    public Task<EmailTemplate?> FindByName(string name, CancellationToken ct)
    {
        var key = User.Fold(name);
        return Set.FirstOrDefaultAsync(template => template.NameKey == key, ct);
    }
}
