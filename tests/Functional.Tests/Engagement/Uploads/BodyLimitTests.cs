using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using FluentAssertions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Engagement.Uploads;

/// <summary>What only the real server does: limits of bodies, and paths that no client library would send.</summary>
public sealed class BodyLimitTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Fact]
    public async Task Only_the_upload_route_takes_more_than_one_mebibyte()
    {
        var admin = await app.NewAdmin();
        await using var node = app.AddNode();
        node.UseKestrel(0);
        node.StartServer();
        using var http = node.CreateClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", admin.Token);
        var file = new byte[3 * 1024 * 1024];
        Pictures.Png.CopyTo(file, 0);

        using var form = Pictures.Form(file);
        ((long)(await http.Send(form)).Ok["size"]!).Should().Be(file.Length);

        var large = await http.Post("/api/v1/tickets", new { subject = "s", content = new string('c', 1_100_000) });
        large.Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        large.Code.Should().Be("request.too_large");
    }

    [Theory]
    [InlineData("/uploads/../../../../etc/passwd")]
    [InlineData("/uploads/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("/uploads/%252e%252e%252f%252e%252e%252fetc%252fpasswd")]
    [InlineData("/uploads/..\\..\\etc\\passwd")]
    [InlineData("//uploads/..//..//etc/passwd")]
    [InlineData("/uploads/./aside/../../appsettings.json")]
    public async Task A_raw_path_out_of_the_store_is_not_found(string path)
    {
        await using var node = app.AddNode();
        node.UseKestrel(0);
        node.StartServer();
        var address = node.ClientOptions.BaseAddress;

        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        var reply = await new StreamReader(stream).ReadToEndAsync();

        reply.Should().StartWith("HTTP/1.1 404").And.Contain("_found\"");
    }
}
