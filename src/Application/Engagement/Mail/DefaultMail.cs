namespace VpsPanel.Application.Engagement.Mail;

/// <summary>
/// A mail that the system sends of its own accord. Its words are a <see cref="MailNotice"/>; an administrator may write others into a template of
/// its name, or of its name and a language, such as <c>order_approved.zh-CN</c>, which wins.
/// </summary>
public sealed record DefaultMail(string Name)
{
    /// <summary>What a template is seeded with: the words of the system, in the language of whoever gets them.</summary>
    public const string Subject = "{{.title}}";

    /// <inheritdoc cref="Subject"/>
    public const string Body = "{{.greeting}}\n\n{{.text}}\n";

    /// <summary>Knows user, order and message.</summary>
    public static DefaultMail OrderApproved { get; } = new("order_approved");

    /// <summary>Knows user, order and message, which is the reason.</summary>
    public static DefaultMail OrderRejected { get; } = new("order_rejected");

    /// <summary>A purchase is there. Knows user and order.</summary>
    public static DefaultMail ProvisionSuccess { get; } = new("provision_success");

    /// <summary>A renewal, resize or refund is done. Knows user and order.</summary>
    public static DefaultMail OrderCompleted { get; } = new("order_completed");

    /// <summary>Of a plan. Knows user, order and message.</summary>
    public static DefaultMail OrderPaid { get; } = new("order_paid");

    /// <summary>Of a plan. Knows user, order and message.</summary>
    public static DefaultMail OrderRefunded { get; } = new("order_refunded");

    /// <summary>Knows user and vps.</summary>
    public static DefaultMail ExpireReminder { get; } = new("expire_reminder");

    /// <summary>Knows user and token.</summary>
    public static DefaultMail PasswordReset { get; } = new("password_reset") { CarriesSecret = true };

    /// <inheritdoc cref="OutgoingMail.CarriesSecret"/>
    public bool CarriesSecret { get; private init; }

    /// <summary>Whether a template of this name holds a mail that carries a secret.</summary>
    public static bool IsSecret(string template) => All.Any(mail => mail.CarriesSecret
        && (template.Trim().Equals(mail.Name, StringComparison.OrdinalIgnoreCase)
            || template.Trim().StartsWith(mail.Name + ".", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Those that a template is seeded for; for the others an admin may write one of their name.</summary>
    public static IReadOnlyList<DefaultMail> All { get; } =
        [OrderApproved, OrderRejected, ProvisionSuccess, ExpireReminder, PasswordReset];
}
