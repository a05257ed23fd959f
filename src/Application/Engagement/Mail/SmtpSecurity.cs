namespace VpsPanel.Application.Engagement.Mail;

/// <summary>How the way to the mail server is encrypted; the words of the setting <c>smtp_security</c>.</summary>
public enum SmtpSecurity
{
    /// <summary>
    /// TLS from the first byte on port 465, else STARTTLS. A server that offers no STARTTLS gets what carries neither a login nor a secret.
    /// </summary>
    Auto,

    /// <summary>TLS from the first byte on any port (RFC 8314).</summary>
    Implicit,

    /// <summary>STARTTLS (RFC 3207), or no mail at all.</summary>
    Starttls,

    /// <summary>In the clear, to a server on this machine and without a login only.</summary>
    None,
}
