using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Mail;

namespace VpsPanel.Application.Mail.Commands;

/// <summary>Adds the standard mails that have no template yet; what an administrator wrote stays.</summary>
public sealed record SeedMailTemplates : ICommand;

internal sealed class SeedMailTemplatesHandler(IEmailTemplates templates) : ICommandHandler<SeedMailTemplates>
{
    public async Task<Result> Handle(SeedMailTemplates request, CancellationToken cancellationToken)
    {
        foreach (var mail in StandardMail.All)
        {
            if (await templates.FindByName(mail.Name, cancellationToken) is null)
                await templates.Add(EmailTemplate.Create(mail.Name, mail.Subject, mail.Body, enabled: true), cancellationToken);
        }

        return Result.Success;
    }
}
