namespace VpsPanel.Application.Engagement.Mail;

/// <summary>Why a mail server did not get a mail. It is all that administrators learn: a server's own words may hold anything.</summary>
public enum MailFailure
{
    /// <summary>No connection, or it broke.</summary>
    Unreachable,

    /// <summary>The server offers no encryption where it is needed, or the handshake failed.</summary>
    Tls,

    /// <summary>The server's certificate is not from a trusted authority, not for its name, or not valid now.</summary>
    Certificate,

    /// <summary>The login is wrong, or one is asked for and there is none.</summary>
    LoginRefused,
    SenderRefused,
    RecipientRefused,

    /// <summary>Sender and recipient were taken, the mail was not.</summary>
    MessageRefused,
    TimedOut,
}
