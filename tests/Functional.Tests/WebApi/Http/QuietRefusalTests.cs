using System.Net;
using FluentAssertions;
using VpsPanel.Functional.Tests.Sales.Catalog;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.WebApi.Http;

/// <summary>What clients do wrong and what nodes lose to each other is answered and is no failure of the service.</summary>
public sealed class QuietRefusalTests : IAsyncLifetime
{
    private readonly MemoryLog _log = new();
    private readonly PanelApp _app;

    public QuietRefusalTests() => _app = new PanelApp { Log = _log };

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task An_unreadable_body_leaves_one_line_without_its_content()
    {
        var reply = await _app.Anonymous.Post("/api/v1/auth/login", """{"username":"hush","password":5}""");

        reply.ShouldName("password");
        var line = _log.Lines.Where(line => line.Contains("could not be read", StringComparison.Ordinal)).Should().ContainSingle().Subject;
        line.Should().StartWith("Information ").And.Contain("POST /api/v1/auth/login").And.NotContain("hush").And.NotContain("Exception");
        _app.Errors.ThrowIfAny();
    }

    [Fact]
    public async Task Copies_of_a_request_that_race_for_one_key_get_one_answer_and_leave_no_error()
    {
        var shop = await Shop.Open(_app);
        var user = await _app.NewUser();

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => user.Order(shop, key: "one-key")));

        replies.Should().OnlyContain(reply => reply.Status == HttpStatusCode.OK);
        replies.Select(reply => reply.IdOfOrder()).Distinct().Should().ContainSingle();
        _app.Errors.ThrowIfAny();
    }
}
