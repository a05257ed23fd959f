using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Engagement.Mail;

namespace VpsPanel.Application.Engagement.Mail;

/// <summary>A template for each mail that the system sends of its own accord.</summary>
internal sealed class DefaultMailTemplates(IEmailTemplates templates) : IDataSeeder
{
    public string Key => "mail-templates";

    public IEnumerable<string> Names => DefaultMail.All.Select(mail => mail.Name);

    public async Task Ensure(CancellationToken ct)
    {
        foreach (var mail in DefaultMail.All)
        {
            if (await templates.FindByName(mail.Name, ct) is null)
                await templates.Add(EmailTemplate.Create(mail.Name, DefaultMail.Subject, DefaultMail.Body, enabled: true), ct);
        }
    }
}
