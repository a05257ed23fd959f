using VpsPanel.Application.Site;
using VpsPanel.Domain.Mail;

namespace VpsPanel.Application.Mail;

/// <summary>A template for each mail that the system sends of its own accord.</summary>
internal sealed class StandardMailTemplates(IEmailTemplates templates) : IStandardData
{
    public string Key => "mail-templates";

    public IEnumerable<string> Names => StandardMail.All.Select(mail => mail.Name);

    public async Task Ensure(CancellationToken ct)
    {
        foreach (var mail in StandardMail.All)
        {
            if (await templates.FindByName(mail.Name, ct) is null)
                await templates.Add(EmailTemplate.Create(mail.Name, StandardMail.Subject, StandardMail.Body, enabled: true), ct);
        }
    }
}
