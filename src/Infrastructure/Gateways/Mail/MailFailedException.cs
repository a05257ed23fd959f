using VpsPanel.Application.Engagement.Mail;

namespace VpsPanel.Infrastructure.Gateways.Mail;

/// <summary>A mail server did not get a mail. The message is for the machine's own log and holds no word of the server.</summary>
internal sealed class MailFailedException(MailFailure failure, string reply, Exception? cause = null)
    : Exception($"{failure} {reply}".TrimEnd(), cause)
{
    public MailFailure Failure { get; } = failure;

    /// <summary>The numbers of the server's reply, such as <c>550 5.7.26</c>; blank when it gave none.</summary>
    public string Reply { get; } = reply;
}
