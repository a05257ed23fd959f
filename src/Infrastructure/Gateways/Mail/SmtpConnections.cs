using VpsPanel.Application.Engagement.Mail;

namespace VpsPanel.Infrastructure.Gateways.Mail;

/// <summary>Keeps the last connection open for a few seconds: mails come in bunches, and a handshake costs more than a mail.</summary>
internal sealed class SmtpConnections : IAsyncDisposable
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);

    private readonly MailTrust _trust;
    private readonly ITimer _timer;
    private SmtpConnection? _kept;

    public SmtpConnections(MailTrust trust, TimeProvider clock)
    {
        _trust = trust;
        _timer = clock.CreateTimer(_ => _ = Drop(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The kept connection where it serves, else a new one. It belongs to the caller, who gives it back or disposes it.</summary>
    /// <exception cref="MailFailedException">None came about.</exception>
    public async Task<SmtpConnection> Take(SmtpAccount account, bool secret, CancellationToken ct)
    {
        if (Interlocked.Exchange(ref _kept, null) is { } kept)
        {
            try
            {
                if (await kept.Serves(account, secret, ct))
                    return kept;
            }
            catch
            {
                kept.Dispose();
                throw;
            }

            await kept.Close();
        }

        return await SmtpConnection.Open(account, secret, _trust, ct);
    }

    public async Task GiveBack(SmtpConnection connection)
    {
        var other = Interlocked.Exchange(ref _kept, connection);
        _timer.Change(KeptFor, Timeout.InfiniteTimeSpan);
        if (other is not null)
            await other.Close();
    }

    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        await Drop();
    }

    private async Task Drop()
    {
        if (Interlocked.Exchange(ref _kept, null) is { } kept)
            await kept.Close();
    }
}
