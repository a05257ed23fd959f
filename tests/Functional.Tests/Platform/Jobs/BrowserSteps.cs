using System.Net;
using FluentAssertions;
using VpsPanel.Testing;

namespace VpsPanel.Functional.Tests.Platform.Jobs;

/// <summary>What the browser of an admin does with the pages of the job engine.</summary>
internal static class BrowserSteps
{
    public const string Session = "/admin/api/v1/dashboard-session";

    /// <summary>A browser that holds the cookie and no token.</summary>
    public static async Task<HttpClient> Browser(this PanelApp app, Person admin, PanelHost? node = null)
    {
        using var signedIn = app.Client(admin.Token, node);
        using var reply = await signedIn.PostAsync(Session, null);
        reply.StatusCode.Should().Be(HttpStatusCode.OK);
        var browser = app.Client(null, node);
        browser.DefaultRequestHeaders.Add("Cookie", reply.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        return browser;
    }

    /// <summary>As the dashboard's script does.</summary>
    public static async Task<Reply> Press(
        this HttpClient browser, string path, string? jobs = null, string? from = "http://localhost", string? site = null, string name = "jobs[]")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new FormUrlEncodedContent(jobs is null ? [] : [new KeyValuePair<string, string>(name, jobs)]);
        if (from is not null)
            request.Headers.Add("Origin", from);

        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);

        using var reply = await browser.SendAsync(request);
        return new Reply(reply.StatusCode, await reply.Content.ReadAsStringAsync(), null);
    }
}
