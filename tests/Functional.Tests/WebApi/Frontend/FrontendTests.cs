using System.Net;
using System.Net.Sockets;
using System.Text;
using FluentAssertions;
using Microsoft.Extensions.Options;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.WebApi.Frontend;

public sealed class FrontendTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/index.html")]
    [InlineData("/console/vps/12")]
    [InlineData("/admin")]
    [InlineData("/admin/orders?page=2")]
    [InlineData("/docs/release-1.2")]
    [InlineData("/apiary")]
    public async Task Every_address_of_the_client_is_its_first_page_and_is_never_kept(string path)
    {
        using var reply = await site.Http.GetAsync(new Uri(path, UriKind.Relative));

        reply.StatusCode.Should().Be(HttpStatusCode.OK);
        (await reply.Content.ReadAsStringAsync()).Should().Be(SiteFixture.Page);
        reply.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        reply.Headers.CacheControl!.ToString().Should().Be("no-cache");
        reply.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        reply.Headers.ETag!.Tag.Should().MatchRegex("^\"[^\"]+\"$");
    }

    [Theory]
    [InlineData("/assets/index-DiwrgTda.js", true)]
    [InlineData("/assets/main.3f2a1b9c.css", true)]
    [InlineData("/assets/jquery-migrate.js", false)]
    [InlineData("/robots.txt", false)]
    public async Task Only_names_with_a_hash_are_kept_for_long(string path, bool forLong)
    {
        using var reply = await site.Http.GetAsync(new Uri(path, UriKind.Relative));

        reply.StatusCode.Should().Be(HttpStatusCode.OK);
        reply.Headers.CacheControl!.ToString().Should().Be(forLong ? "public, max-age=31536000, immutable" : "no-cache");
    }

    [Theory]
    [InlineData("/api")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/API/v1/nothing")]
    [InlineData("/admin/api/v1/nothing")]
    [InlineData("/uploads/nothing.png")]
    [InlineData("/uploads/nothing")]
    [InlineData("/health/nothing")]
    [InlineData("/openapi/nothing")]
    [InlineData("/swagger/nothing")]
    [InlineData("/assets/index-OlderOne.js")]
    [InlineData("/.env")]
    [InlineData("/.git/config")]
    public async Task The_rest_is_missing_in_the_words_of_the_api(string path)
    {
        var reply = await site.Http.Get(path);

        reply.Status.Should().Be(HttpStatusCode.NotFound);
        reply.Code.Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("/../secret.txt")]
    [InlineData("/assets/../../secret.txt")]
    [InlineData("/%2e%2e/secret.txt")]
    [InlineData("/..%2fsecret.txt")]
    [InlineData("/assets/..%2f..%2fsecret.txt")]
    [InlineData("/..%5csecret.txt")]
    [InlineData("/..\\secret.txt")]
    [InlineData("/%2fetc%2fpasswd")]
    [InlineData("//etc/passwd")]
    public async Task No_spelling_leads_out_of_the_folder(string path)
    {
        // Below the URI class, which would tidy the path up.
        using var socket = new TcpClient();
        await socket.ConnectAsync(site.Address.Host, site.Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        var text = await new StreamReader(stream).ReadToEndAsync();

        text.Should().StartWith("HTTP/1.1 ").And.NotContain("outside").And.NotContain("root:");
    }

    [Fact]
    public async Task Other_methods_and_the_api_are_as_without_a_client()
    {
        (await site.Http.Get("/api/v1/ping")).Status.Should().Be(HttpStatusCode.OK);
        (await site.Http.Post("/console/vps", new { })).Code.Should().Be("route.not_found");
        (await site.Http.Post("/api/v1/ping", new { })).Status.Should().Be(HttpStatusCode.MethodNotAllowed);
        using var head = await site.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/console"));
        head.StatusCode.Should().Be(HttpStatusCode.OK);
        (await site.App.Anonymous.Get("/")).Code.Should().Be("route.not_found");
    }

    [Fact]
    public async Task A_known_page_is_not_sent_again()
    {
        using var first = await site.Http.GetAsync(new Uri("/", UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/console");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await site.Http.SendAsync(request);

        second.StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Before_the_installation_pages_lead_to_the_set_up()
    {
        await using var node = new PanelHost(
            site.App.ConnectionString, site.App.Clock,
            new Dictionary<string, string> { ["Frontend:Path"] = site.Folder }) { IsInstalled = false };
        using var http = site.App.Client(null, node);
        if (await site.App.Scalar<long>("select count(*) from users where is_admin") > 0)
            throw new InvalidOperationException("This class makes no administrators.");

        var page = await http.Get("/console");

        page.Status.Should().Be(HttpStatusCode.Found);
        page.Location!.ToString().Should().Be("/install");
        (await http.Get("/install")).Text.Should().Be(SiteFixture.Page);
        (await http.Get("/assets/index-DiwrgTda.js")).Text.Should().Be("run()");
        (await http.Get("/api/v1/me")).Code.Should().Be("install.required");
    }

    [Theory]
    [InlineData("relative/site")]
    [InlineData("/nowhere/at/all")]
    [InlineData("/")]
    public async Task A_folder_that_cannot_be_right_keeps_the_service_from_starting(string path)
    {
        await using var node = new PanelHost(
            site.App.ConnectionString, site.App.Clock, new Dictionary<string, string> { ["Frontend:Path"] = path });

        var start = () => node.CreateClient();

        start.Should().Throw<OptionsValidationException>().WithMessage("*Frontend:Path*");
    }
}
