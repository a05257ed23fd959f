using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FluentAssertions;
using VpsPanel.Functional.Tests.Billing.Payments;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Engagement.Uploads;

/// <summary>Every route that reads a form, and forms that are none.</summary>
public sealed class MalformedFormTests(MalformedFormTests.Routes routes) : IClassFixture<MalformedFormTests.Routes>
{
    private const string Multipart = "multipart/form-data; boundary=x";

    private static readonly (string What, string Type, byte[] Body)[] Forms =
    [
        ("no body", Multipart, []),
        ("no body and no boundary", "multipart/form-data", []),
        ("a boundary that is empty", "multipart/form-data; boundary=\"\"", "--\r\n"u8.ToArray()),
        ("a boundary that is too long", $"multipart/form-data; boundary={new string('b', 300)}", Part("form-data; name=\"file\"; filename=\"a.png\"")),
        ("a boundary that never comes", Multipart, "no part at all"u8.ToArray()),
        ("the last boundary alone", Multipart, "--x--\r\n"u8.ToArray()),
        ("an end within the boundary", Multipart, "--"u8.ToArray()),
        ("an end after the first boundary", Multipart, "--x\r\n"u8.ToArray()),
        ("an end within the headers", Multipart, "--x\r\nContent-Disposition: form-data; na"u8.ToArray()),
        ("an end within the content", Multipart, [.. "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n"u8, .. Pictures.Png]),
        ("an end within a field", Multipart, "--x\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\nopen"u8.ToArray()),
        ("a header without a colon", Multipart, "--x\r\nContent-Disposition form-data\r\n\r\na\r\n--x--\r\n"u8.ToArray()),
        ("headers that are too long", Multipart, Part($"form-data; name=\"{new string('n', 20_000)}\"; filename=\"a.png\"")),
        ("a part without a disposition", Multipart, "--x\r\nContent-Type: image/png\r\n\r\na\r\n--x--\r\n"u8.ToArray()),
        ("a part without headers", Multipart, "--x\r\n\r\na\r\n--x--\r\n"u8.ToArray()),
        ("a disposition that cannot be read", Multipart, Part(";;;=")),
        ("a disposition of another kind", Multipart, Part("attachment; filename=\"a.png\"")),
        ("a part without a name", Multipart, Part("form-data; filename=\"a.png\"")),
        ("a part without anything", Multipart, Part("form-data")),
        ("a file under another name", Multipart, Part("form-data; name=\"picture\"; filename=\"a.png\"")),
        ("a field in the place of the file", Multipart, Part("form-data; name=\"file\"")),
        ("a field in an unknown charset", Multipart, "--x\r\nContent-Disposition: form-data; name=\"note\"\r\nContent-Type: text/plain; charset=nonsense\r\n\r\na\r\n--x--\r\n"u8.ToArray()),
        ("thousands of parts", Multipart, Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 3000)
            .Select(at => $"--x\r\nContent-Disposition: form-data; name=\"n{at}\"\r\n\r\na\r\n")) + "--x--\r\n")),
        ("an address-encoded form", "application/x-www-form-urlencoded", "file=%zz&%00=a&&="u8.ToArray()),
        ("JSON", "application/json", "{\"file\":1}"u8.ToArray()),
        ("a type that is none", "multipart", "--x--"u8.ToArray()),
    ];

    public static TheoryData<string> Whats() => [.. Forms.Select(form => form.What)];

    [Theory]
    [MemberData(nameof(Whats))]
    public async Task A_form_that_is_malformed_is_refused_by_every_upload(string what)
    {
        foreach (var path in (string[])["/admin/api/v1/uploads", $"{Plugins.Path}/upload"])
        {
            var reply = await Send(routes.Admin.Http, path, what);

            reply.Status.Should().Be(HttpStatusCode.BadRequest, "{0} gets {1}: {2}", path, what, reply.Text);
            reply.ShouldName("file");
        }
    }

    [Theory]
    [MemberData(nameof(Whats))]
    public async Task A_notice_that_is_malformed_is_refused(string what)
    {
        var reply = await Send(routes.App.Anonymous, "/api/v1/payments/notify/yipay", what);

        ((int)reply.Status).Should().BeInRange(400, 499, reply.Text);
        reply.Code.Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("/admin/api/v1/uploads", 21)]
    [InlineData(Plugins.Path + "/upload", 34)]
    public async Task A_form_that_is_too_large_is_refused_as_such(string path, int mebibytes)
    {
        using var form = Pictures.Form(new byte[mebibytes * 1024 * 1024]);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        request.Headers.ExpectContinue = true;

        using var response = await routes.Admin.Http.SendAsync(request);

        response.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        new Reply(response.StatusCode, await response.Content.ReadAsStringAsync(), null).Code.Should().EndWith(".too_large");
    }

    private static byte[] Part(string disposition) =>
        Encoding.UTF8.GetBytes($"--x\r\nContent-Disposition: {disposition}\r\n\r\na\r\n--x--\r\n");

    private static async Task<Reply> Send(HttpClient http, string path, string what)
    {
        var (_, type, body) = Forms.Single(form => form.What == what);
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await http.PostAsync(new Uri(path, UriKind.Relative), content);
        return new Reply(response.StatusCode, await response.Content.ReadAsStringAsync(), null);
    }

    /// <summary>The service behind its real server, where a plugin may be uploaded and notices of a gateway are taken.</summary>
    public sealed class Routes : IAsyncLifetime
    {
        public PanelApp App { get; } = new() { HasSockets = true };

        public Person Admin { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            await App.InitializeAsync();
            Admin = await App.NewAdmin();
            _ = (await Admin.SwitchOn()).Ok;
            _ = (await Admin.Http.Patch(
                "/admin/api/v1/settings", new { key = "payment_plugin_upload_password", value = Plugins.Password })).Ok;
            Admin.Http.DefaultRequestHeaders.Add("X-Plugin-Password", Plugins.Password);
        }

        public Task DisposeAsync() => App.DisposeAsync();
    }
}
