using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Mail.Queries;

public sealed record GetSmtp : IQuery<SmtpView>;

/// <param name="Port">As text; empty while there is none.</param>
/// <param name="Pass">A mask when it is set.</param>
public sealed record SmtpView(
    string Host, string Port, [property: WordsOf(typeof(SmtpSecurity))] string Security, string User, string Pass, string From, bool Enabled);

internal sealed class GetSmtpHandler(ISettings settings) : IQueryHandler<GetSmtp, SmtpView>
{
    public async Task<Result<SmtpView>> Handle(GetSmtp request, CancellationToken cancellationToken)
    {
        var account = await SmtpAccount.Read(settings, cancellationToken);
        return new SmtpView(
            account.Host,
            account.Port == 0 ? "" : account.Port.ToString(),
            WireNames.Of(account.Security),
            account.User,
            SmtpSettings.Password.Shown(account.Password),
            account.From,
            account.Enabled);
    }
}
