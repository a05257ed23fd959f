using VpsPanel.Application.Engagement.Notifications;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Engagement.Mail;

/// <summary>
/// Writes the mails that the system sends of its own accord, in the language of whoever gets them, from the administrator's template where
/// there is one.
/// </summary>
public sealed class MailComposer(IEmailTemplates templates, UserLanguages languages, TimeProvider clock)
{
    /// <param name="say">The words in a language.</param>
    /// <param name="values">What the mail knows besides its user and its words.</param>
    public async Task<OutgoingMail> Compose(
        DefaultMail mail, User user, Func<string, NoticeText> say, IReadOnlyDictionary<string, object?> values, string reference,
        CancellationToken ct)
    {
        var language = await languages.Of(user, ct);
        var said = say(language);
        var greeting = NoticeText.Greeting(language, user.Username);
        var data = new Dictionary<string, object?>(values)
        {
            ["user"] = About(user), ["title"] = said.Title, ["text"] = said.Text, ["greeting"] = greeting,
        };
        foreach (var name in new[] { $"{mail.Name}.{language}", mail.Name })
        {
            if (await templates.FindByName(name, ct) is not { Enabled: true } template)
                continue;

            var written = MailText.Render(template.Subject, template.Body, data, clock);
            if (written.IsSuccess)
                return written.Value.To(user.Email, reference) with { CarriesSecret = mail.CarriesSecret };
        }

        // Also when a template fails on these very values: the customer still hears of it.
        var plain = MailText.Render(DefaultMail.Subject, DefaultMail.Body, data, clock, isHtml: false).Value;
        return plain.To(user.Email, reference) with { CarriesSecret = mail.CarriesSecret };
    }

    private static Dictionary<string, object?> About(User user) => new()
    {
        ["id"] = user.Id.Value,
        ["username"] = user.Username,
        ["email"] = user.Email,
        ["qq"] = user.Qq,
    };
}
