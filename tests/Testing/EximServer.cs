using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace VpsPanel.Testing;

/// <summary>
/// Debian's exim on free ports of the loopback, which keeps what it is sent in a folder. It takes mail for example.com from everybody, knows the
/// one login, has no mailbox called nobody and takes no mail that is called spam. VPSPANEL_EXIM names the program; build/test.sh fetches it.
/// </summary>
public sealed class EximServer : IAsyncDisposable
{
    public const string User = "panel";
    public const string Password = "a pass:word";

    /// <summary>The words with which it refuses; nobody shall repeat them.</summary>
    public const string Words = "the words of the mail server";

    private static readonly string Program = Find();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vpspanel-exim-");
    private readonly Process _process;

    private EximServer()
    {
        Open(_folder);
        Open(_folder.CreateSubdirectory("mail"));
        Open(_folder.CreateSubdirectory("spool"));
        Write("trusted", TestAuthority.Trusted.Issue());
        Write("stranger", new TestAuthority("An authority that nobody trusts").Issue());
        File.WriteAllText(Path.Combine(_folder.FullName, "exim.conf"), Configuration());
        _process = Process.Start(new ProcessStartInfo(Program, ["-C", Path.Combine(_folder.FullName, "exim.conf"), "-bdf"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    /// <summary>Where it offers STARTTLS, and a login once the connection is encrypted.</summary>
    public int Submission { get; } = FreePort();

    /// <summary>Where TLS is spoken from the first byte.</summary>
    public int Implicit { get; } = FreePort();

    /// <summary>Where it offers no encryption at all, yet a login.</summary>
    public int Clear { get; } = FreePort();

    /// <summary>Where it offers STARTTLS with a certificate of an authority that nobody trusts.</summary>
    public int Stranger { get; } = FreePort();

    /// <summary>What it was doing, for the text of a failure.</summary>
    public string Log => string.Join('\n', _folder.EnumerateFiles("log.*").Select(file => File.ReadAllText(file.FullName)));

    /// <summary>Returns when every port answers.</summary>
    public static async Task<EximServer> Start()
    {
        var server = new EximServer();
        foreach (var port in new[] { server.Submission, server.Implicit, server.Clear, server.Stranger })
            await Eventually.Become(() => server.Listens(port), $"exim listens on {port}");

        return server;
    }

    /// <summary>The mail with this subject, when it is delivered: the lines of its headers, a blank one, the text as it was sent.</summary>
    public Task<string> Delivered(string subject) => Eventually.Get(
        () => Task.FromResult(Mails().FirstOrDefault(mail => mail.Contains($"\nSubject: {subject}\n", StringComparison.Ordinal))),
        $"the mail '{subject}' is delivered");

    /// <summary>Every mail that is delivered or on its way there.</summary>
    public IEnumerable<string> Mails() => _folder.EnumerateDirectories("mail").Single().EnumerateFiles()
        .Where(file => !file.Name.StartsWith("temp.", StringComparison.Ordinal)).Select(file => File.ReadAllText(file.FullName));

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<bool> Listens(int port)
    {
        if (_process.HasExited)
            throw new InvalidOperationException($"{Program} ended with {_process.ExitCode}:\n{Log}");

        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>As root it delivers as a user of its own, who has to get in here.</summary>
    private static void Open(DirectoryInfo folder)
    {
        if (!OperatingSystem.IsWindows())
            folder.UnixFileMode = (UnixFileMode)0b111_111_111;
    }

    private void Write(string name, X509Certificate2 certificate)
    {
        using var key = certificate.GetECDsaPrivateKey()!;
        File.WriteAllText(
            Path.Combine(_folder.FullName, $"{name}.pem"), $"{key.ExportPkcs8PrivateKeyPem()}\n{certificate.ExportCertificatePem()}\n");
        certificate.Dispose();
    }

    /// <summary>Its macros take the values, because braces mean something to it.</summary>
    private string Configuration() => $"""
        FOLDER = {_folder.FullName}
        SUBMISSION = {Submission}
        IMPLICIT = {Implicit}
        CLEAR = {Clear}
        STRANGER = {Stranger}
        LOGIN = {User}
        PASSWORD = {Password}
        WORDS = {Words}
        exim_path = {Program}
        {Rules}
        """;

    private static string Rules => """
        primary_hostname = mail.example.net
        spool_directory = FOLDER/spool
        log_file_path = FOLDER/log.%s
        pid_file_path =
        keep_environment = LD_LIBRARY_PATH
        local_interfaces = 127.0.0.1
        daemon_smtp_ports = SUBMISSION : IMPLICIT : CLEAR : STRANGER
        tls_on_connect_ports = IMPLICIT
        tls_advertise_hosts = ${if eq{$received_port}{CLEAR}{}{*}}
        tls_certificate = FOLDER/${if eq{$received_port}{STRANGER}{stranger}{trusted}}.pem
        auth_advertise_hosts = ${if or{{def:tls_in_cipher}{eq{$received_port}{CLEAR}}}{*}{}}
        smtp_accept_max_per_connection = 100
        host_lookup =
        rfc1413_query_timeout = 0s
        acl_smtp_rcpt = recipient
        acl_smtp_data = text

        begin acl
        recipient:
          deny  message = WORDS
                local_parts = nobody
          accept authenticated = *
          accept domains = example.com
          deny  message = WORDS
        text:
          deny  message = WORDS
                condition = ${if eq{$h_subject:}{spam}}
          accept

        begin routers
        everybody:
          driver = accept
          transport = folder

        begin transports
        folder:
          driver = appendfile
          directory = FOLDER/mail
          directory_file = $message_exim_id

        """ + (Environment.IsPrivilegedProcess ? "  user = Debian-exim\n" : "") + """

        begin authenticators
        plain:
          driver = plaintext
          public_name = PLAIN
          server_prompts = :
          server_condition = ${if and{{eq{$auth2}{LOGIN}}{eq{$auth3}{PASSWORD}}}}
          server_set_id = $auth2

        """;

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("VPSPANEL_EXIM") is { Length: > 0 } named)
            return named;

        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "VpsPanel.sln")))
            root = root.Parent!;

        return new[] { Path.Combine(root.FullName, "artifacts", "exim", "usr", "sbin", "exim4"), "/usr/sbin/exim4" }.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("exim4 is missing: run build/test.sh, or set VPSPANEL_EXIM.");
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
