using System.Net;
using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using VpsPanel.Application.Engagement.Mail;

namespace VpsPanel.Infrastructure.Gateways.Mail;

/// <summary>One conversation with the mail server: encrypted and signed in as the account asks, good for several mails.</summary>
internal sealed class SmtpConnection : IDisposable
{
    /// <summary>Servers end long conversations by a limit of their own.</summary>
    private const int MaxMails = 20;

    private const int ImplicitTlsPort = 465;
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    private readonly SmtpAccount _account;
    private readonly SmtpClient _client;
    private int _mails;

    private SmtpConnection(SmtpAccount account, SmtpClient client) => (_account, _client) = (account, client);

    /// <param name="secret">Whether what is to be sent must not be overheard.</param>
    /// <exception cref="MailFailedException">It did not come about.</exception>
    public static async Task<SmtpConnection> Open(SmtpAccount account, bool secret, MailTrust trust, CancellationToken ct)
    {
        var client = new SmtpClient();
        try
        {
            await Connect(client, account, secret, trust, ct);
            await LogIn(client, account, ct);
            return new SmtpConnection(account, client);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Whether it is still good for one more mail.</summary>
    public async Task<bool> Serves(SmtpAccount account, bool secret, CancellationToken ct)
    {
        if (account != _account || _mails >= MaxMails || !_client.IsConnected || (secret && !_client.IsSecure && account.Security != SmtpSecurity.None))
            return false;

        try
        {
            await _client.NoOpAsync(ct);
            return true;
        }
        catch (Exception error) when (SmtpFailures.OfSending(error) is not null)
        {
            return false;
        }
    }

    /// <exception cref="MailFailedException">The server did not take it; the connection may be good for another one.</exception>
    public async Task Send(MimeMessage message, MailboxAddress from, MailboxAddress to, CancellationToken ct)
    {
        _mails++;
        var format = FormatOptions.Default.Clone();
        format.International = from.IsInternational || to.IsInternational;
        if (format.International && !_client.Capabilities.HasFlag(SmtpCapabilities.UTF8 | SmtpCapabilities.EightBitMime))
        {
            // Domains are written in ASCII; a name in front of the @ that is not ASCII needs RFC 6531.
            format.International = false;
            if (!IsAscii(from.LocalPart))
                throw new MailFailedException(MailFailure.SenderRefused, "");
            if (!IsAscii(to.LocalPart))
                throw new MailFailedException(MailFailure.RecipientRefused, "");
        }

        try
        {
            await _client.SendAsync(format, message, from, [to], ct);
        }
        catch (Exception error) when (SmtpFailures.OfSending(error) is not null)
        {
            throw SmtpFailures.OfSending(error)!;
        }
    }

    /// <summary>Says goodbye, for a second at most.</summary>
    public async Task Close()
    {
        using var patience = new CancellationTokenSource(Farewell);
        try
        {
            await _client.DisconnectAsync(quit: true, patience.Token);
        }
        catch (Exception error) when (error is OperationCanceledException || SmtpFailures.OfSending(error) is not null)
        {
            // It is over either way.
        }

        Dispose();
    }

    public void Dispose() => _client.Dispose();

    private static async Task Connect(SmtpClient client, SmtpAccount account, bool secret, MailTrust trust, CancellationToken ct)
    {
        var isRefused = false;
        client.CheckCertificateRevocation = false;
        client.ServerCertificateValidationCallback = (_, certificate, chain, errors) =>
        {
            isRefused = !trust.Accepts(certificate, chain, errors);
            return !isRefused;
        };
        try
        {
            if (account.Security == SmtpSecurity.None)
                await ConnectInTheClear(client, account, ct);
            else
                await client.ConnectAsync(account.Host, account.Port, Encryption(account, secret), ct);
        }
        catch (Exception error) when (SmtpFailures.OfConnecting(error, isRefused) is not null)
        {
            throw SmtpFailures.OfConnecting(error, isRefused)!;
        }
    }

    private static SecureSocketOptions Encryption(SmtpAccount account, bool secret) => account.Security switch
    {
        SmtpSecurity.Implicit => SecureSocketOptions.SslOnConnect,
        SmtpSecurity.Auto when account.Port == ImplicitTlsPort => SecureSocketOptions.SslOnConnect,
        SmtpSecurity.Auto when account.User.Length == 0 && !secret => SecureSocketOptions.StartTlsWhenAvailable,
        _ => SecureSocketOptions.StartTls,
    };

    /// <summary>The name is looked up here, so that what is connected to is this machine and not only called so.</summary>
    private static async Task ConnectInTheClear(SmtpClient client, SmtpAccount account, CancellationToken ct)
    {
        var found = IPAddress.TryParse(account.Host, out var written) ? [written] : await Dns.GetHostAddressesAsync(account.Host, ct);
        var addresses = found.Where(IPAddress.IsLoopback).ToArray();
        if (addresses.Length == 0 || account.User.Length > 0)
            throw new MailFailedException(MailFailure.Tls, "");

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, account.Port, ct);
            await client.ConnectAsync(socket, account.Host, account.Port, SecureSocketOptions.None, ct);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task LogIn(SmtpClient client, SmtpAccount account, CancellationToken ct)
    {
        if (account.User.Length == 0)
            return;

        // The library is told to insist on it; this is the last place before the password leaves.
        if (!client.IsSecure)
            throw new MailFailedException(MailFailure.Tls, "");

        try
        {
            await client.AuthenticateAsync(new NetworkCredential(account.User, account.Password), ct);
        }
        catch (Exception error) when (SmtpFailures.OfLogin(error) is not null)
        {
            throw SmtpFailures.OfLogin(error)!;
        }
    }

    private static bool IsAscii(string text) => text.All(char.IsAscii);
}
