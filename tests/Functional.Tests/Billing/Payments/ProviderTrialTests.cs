using System.Net;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using VpsPanel.Functional.Tests.Engagement.Webhooks;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Billing.Payments;

/// <summary>Providers are tried before anybody pays; the receiver stands in for the gateway's page.</summary>
public sealed class ProviderTrialTests(Hooks hooks) : IClassFixture<Hooks>
{
    private const string Path = "/admin/api/v1/payments/providers";

    [Theory]
    [InlineData(200, null)]
    [InlineData(400, null)]
    [InlineData(404, "payment.wrong_page")]
    [InlineData(500, "payment.wrong_page")]
    public async Task A_gateways_page_is_looked_at_without_any_parameter(int status, string? failure)
    {
        hooks.Receiver.Answer = (http, _) =>
        {
            http.Response.StatusCode = status;
            return http.Response.WriteAsync("a word of theirs");
        };

        var reply = await Try($"{hooks.Receiver.Url}/submit.php");

        reply.Text.Should().NotContain("a word of theirs");
        if (failure is null)
            reply.ShouldBeDone();
        else
            (reply.Status, reply.Code).Should().Be((HttpStatusCode.BadGateway, failure));
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/submit.php", "payment.unreachable")]
    [InlineData("http://10.255.255.1/submit.php", "payment.address_refused")]
    public async Task A_gateway_that_cannot_be_reached_is_named_by_the_class_of_the_failure(string address, string failure) =>
        (await Try(address)).Code.Should().Be(failure);

    [Fact]
    public async Task A_provider_that_lacks_something_is_not_tried()
    {
        _ = (await hooks.Admin.Http.Patch($"{Path}/yipay", new { enabled = false, config_json = "" })).Ok;

        (await hooks.Admin.Http.Post($"{Path}/yipay/test")).Code.Should().Be("payment.provider_incomplete");
        (await hooks.Admin.Http.Post($"{Path}/nobody/test")).Code.Should().Be("payment.provider_not_found");
        (await hooks.Admin.Http.Post($"{Path}/approval/test")).ShouldBeDone();
    }

    private async Task<Reply> Try(string address)
    {
        _ = (await hooks.Admin.Http.Patch($"{Path}/yipay", new
        {
            config_json = TestJson.Write(new { base_url = address, pid = "1", key = "k", notify_url = "https://shop.test/paid" }),
        })).Ok;
        return await hooks.Admin.Http.Post($"{Path}/yipay/test");
    }
}
