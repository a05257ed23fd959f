using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace VpsPanel.Testing;

/// <summary>What the server was handed, and over what kind of connection.</summary>
public sealed record ReceivedMail(string From, IReadOnlyList<string> To, string Data, bool Encrypted, string? Login);

/// <summary>
/// A mail server on the loopback that speaks EHLO, STARTTLS, AUTH LOGIN and DATA, and remembers what it got. Nobody trusts its certificate
/// until <see cref="Trust"/>.
/// </summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private X509Certificate2 _certificate = Stranger.Issue();
    private int _connections;
    private readonly Task _serving;

    public SmtpServer()
    {
        _listener.Start();
        _serving = Serve();
    }

    private static TestAuthority Stranger { get; } = new("An authority that nobody trusts");

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many there were so far.</summary>
    public int Connections => Volatile.Read(ref _connections);

    public bool OffersEncryption { get; init; } = true;

    /// <summary>The one login it takes; null: any.</summary>
    public (string User, string Password)? Login { get; init; }

    /// <summary>What it says instead of taking a mail.</summary>
    public string? Refusal { get; init; }

    /// <summary>What it says to a recipient; null takes them.</summary>
    public Func<string, string?> Recipient { get; init; } = _ => null;

    /// <summary>What it says to the text of a mail; null takes it.</summary>
    public string? TextRefusal { get; init; }

    /// <summary>Whether it lets a client wait for its greeting for ever.</summary>
    public bool IsSilent { get; init; }

    public ConcurrentQueue<ReceivedMail> Mails { get; } = new();

    /// <summary>Every line that a client sent, also those of refused conversations.</summary>
    public ConcurrentQueue<string> Lines { get; } = new();

    /// <summary>Takes a certificate from the authority that services in tests trust.</summary>
    public SmtpServer Trust()
    {
        _certificate.Dispose();
        _certificate = TestAuthority.Trusted.Issue();
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _certificate.Dispose();
        _stop.Dispose();
    }

    private async Task Serve()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                _ = Converse(client);
            }
            catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task Converse(TcpClient client)
    {
        using var connection = client;
        try
        {
            await new Conversation(this, client.GetStream()).Run(_stop.Token);
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            // The client went away, which is what some tests are about.
        }
    }

    private sealed class Conversation(SmtpServer server, Stream stream)
    {
        private Stream _stream = stream;
        private string? _login;
        private string _from = "";
        private List<string> _to = [];

        public async Task Run(CancellationToken ct)
        {
            if (server.IsSilent)
                await Task.Delay(Timeout.Infinite, ct);

            await Say("220 test ready", ct);
            while (await Hear(ct) is { } line)
            {
                var verb = line.Split(' ')[0].ToUpperInvariant();
                switch (verb)
                {
                    case "EHLO":
                        var encryption = server.OffersEncryption && _stream is not SslStream ? "250-STARTTLS\r\n" : "";
                        await Say($"250-test\r\n{encryption}250 AUTH LOGIN", ct);
                        break;
                    case "STARTTLS":
                        await Say("220 go on", ct);
                        var secure = new SslStream(_stream);
                        await secure.AuthenticateAsServerAsync(
                            new SslServerAuthenticationOptions { ServerCertificate = server._certificate }, ct);
                        _stream = secure;
                        break;
                    case "AUTH":
                        await LogIn(line, ct);
                        break;
                    case "MAIL":
                        (_from, _to) = (line, []);
                        await Say(server.Refusal ?? (server.Login is null || _login is not null ? "250 ok" : "530 log in first"), ct);
                        break;
                    case "RCPT":
                        var refusal = server.Recipient(line);
                        if (refusal is null)
                            _to.Add(line);

                        await Say(refusal ?? "250 ok", ct);
                        break;
                    case "DATA":
                        await Say("354 send", ct);
                        var text = await Data(ct);
                        if (server.TextRefusal is null)
                            server.Mails.Enqueue(new ReceivedMail(_from, _to, text, _stream is SslStream, _login));

                        await Say(server.TextRefusal ?? "250 taken", ct);
                        break;
                    case "NOOP" or "RSET":
                        await Say("250 ok", ct);
                        break;
                    case "QUIT":
                        await Say("221 bye", ct);
                        return;
                    default:
                        await Say("500 what", ct);
                        break;
                }
            }
        }

        private async Task LogIn(string line, CancellationToken ct)
        {
            var user = line.Split(' ').ElementAtOrDefault(2);
            if (user is null)
            {
                await Say("334 VXNlcm5hbWU6", ct);
                user = await Hear(ct);
            }

            await Say("334 UGFzc3dvcmQ6", ct);
            var password = Plain(await Hear(ct));
            if (server.Login is { } only && only != (Plain(user), password))
            {
                await Say("535 no such login", ct);
                return;
            }

            _login = Plain(user);
            await Say("235 welcome", ct);
        }

        private async Task<string> Data(CancellationToken ct)
        {
            var data = new StringBuilder();
            while (await Hear(ct) is { } line && line != ".")
                data.Append(line).Append('\n');

            return data.ToString();
        }

        private static string Plain(string? base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64 ?? ""));

        private Task Say(string text, CancellationToken ct) => _stream.WriteAsync(Encoding.ASCII.GetBytes(text + "\r\n"), ct).AsTask();

        /// <summary>Octet by octet, so that nothing of the coming encryption is read ahead.</summary>
        private async Task<string?> Hear(CancellationToken ct)
        {
            var line = new List<byte>();
            var one = new byte[1];
            while (await _stream.ReadAsync(one, ct) > 0)
            {
                if (one[0] == '\n')
                {
                    var text = Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
                    server.Lines.Enqueue(text);
                    return text;
                }

                line.Add(one[0]);
            }

            return null;
        }
    }
}
