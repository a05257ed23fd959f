using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Domain.Engagement.Mail;

public readonly record struct EmailTemplateId(long Value) : IId<EmailTemplateId>
{
    public static EmailTemplateId From(long value) => new(value);
}

/// <summary>The subject and body of a mail as an administrator wrote them.</summary>
[StreamName("email_template")]
public sealed class EmailTemplate : AggregateRoot<EmailTemplateId>
{
    public const int MaxName = 64;
    public const int MaxSubject = 500;

    private EmailTemplate()
    {
    }

    public string Name { get; private set; } = "";

    /// <summary>Unique; names are compared without regard to case.</summary>
    public string NameKey { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public string Body { get; private set; } = "";

    /// <summary>Only an enabled one is sent; a disabled one is a draft.</summary>
    public bool Enabled { get; private set; }

    public static EmailTemplate Create(string name, string subject, string body, bool enabled)
    {
        var template = new EmailTemplate();
        template.Change(name, subject, body, enabled);
        return template;
    }

    public void Change(string name, string subject, string body, bool enabled)
    {
        Name = name.Trim();
        NameKey = User.Fold(name);
        Subject = subject.Trim();
        Body = body;
        Enabled = enabled;
    }
}
