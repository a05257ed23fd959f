namespace VpsPanel.Application.Engagement.Mail;

/// <summary>A mail to one recipient, ready to be sent.</summary>
/// <param name="Reference">The same at every try, so that a receiver can drop the second copy; letters, digits and dashes.</param>
public sealed record OutgoingMail(string To, string Subject, string Body, bool IsHtml, string Reference)
{
    /// <summary>Whoever reads it can act as somebody else: it never leaves this machine unencrypted.</summary>
    public bool CarriesSecret { get; init; }
}
