using VpsPanel.Domain.Accounts;

namespace VpsPanel.Application.Mail;

/// <summary>Writes the mails that the system sends of its own accord, from the administrator's template where there is one.</summary>
public sealed class MailComposer(IEmailTemplates templates, TimeProvider clock)
{
    /// <param name="values">What the mail knows besides its user.</param>
    public async Task<OutgoingMail> Compose(
        StandardMail mail, User user, IReadOnlyDictionary<string, object?> values, string reference, CancellationToken ct)
    {
        var data = new Dictionary<string, object?>(values) { ["user"] = About(user) };
        if (await templates.FindByName(mail.Name, ct) is { Enabled: true } template)
        {
            var written = MailText.Render(template.Subject, template.Body, data, clock);
            if (written.IsSuccess)
                return written.Value.To(user.Email, reference);
        }

        // Also when a template fails on these very values: the customer still hears of it.
        return MailText.Render(mail.Subject, mail.Line, data, clock, isHtml: false).Value.To(user.Email, reference);
    }

    private static Dictionary<string, object?> About(User user) => new()
    {
        ["id"] = user.Id.Value,
        ["username"] = user.Username,
        ["email"] = user.Email,
        ["qq"] = user.Qq,
    };
}
