using System.Net;
using FluentAssertions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.WebApi.Http;

/// <summary>
/// A process that has done nothing yet. What one request leaves behind in it may hide from the next one what is missing, so these are
/// the first requests of a process of its own.
/// </summary>
public sealed class ColdStartTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Fact]
    public async Task The_first_requests_of_a_process_are_refused_with_the_field_named()
    {
        await app.Primary();
        var user = await app.NewUser();
        await app.Stop();
        await using var service = new PanelProcess(app.ConnectionString);
        await service.Start();
        using var http = service.Client(user.Token);

        (await http.Post("/api/v1/auth/login", """{"username":5}""")).ShouldName("username");
        (await http.Get("/api/v1/orders?status=bogus")).ShouldName("status");
        (await http.Post("/api/v1/orders/items", """{"items":[]}""")).ShouldName("items");
        var joined = await http.Post("/api/v1/auth/register", """{"username":"x"}""");
        joined.Status.Should().Be(HttpStatusCode.BadRequest, joined.Text);
        joined.Json["details"]!.AsObject().Should().NotBeEmpty();
        service.Log.Should().NotContain("Exception");
    }
}
