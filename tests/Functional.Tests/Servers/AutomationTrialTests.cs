using System.Net;
using FluentAssertions;
using VpsPanel.AutomationSimulator.Switches;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Servers;

public sealed class AutomationTrialTests(Hosting hosting) : IClassFixture<Hosting>
{
    private const string Path = "/admin/api/v1/integrations/automation/test";

    [Fact]
    public async Task The_upstream_is_tried_and_nothing_changes()
    {
        var admin = await hosting.App.NewAdmin("*");

        (await admin.Http.Post(Path)).ShouldBeDone();

        hosting.Upstream.Calls.All.Should().OnlyContain(call => call.Action == "area_list");
        (await (await hosting.App.NewAdmin("automation.view")).Http.Post(Path)).Status.Should().Be(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData(SwitchKind.Fail, "automation.failed")]
    [InlineData(SwitchKind.Garbage, "automation.garbage")]
    [InlineData(SwitchKind.LoseReply, "automation.lost_reply")]
    public async Task A_failure_is_named_by_its_class_and_never_in_the_upstreams_words(SwitchKind fault, string code)
    {
        var admin = await hosting.App.NewAdmin("*");
        hosting.Upstream.Switches.Add("area_list", fault, times: 1);

        var reply = await admin.Http.Post(Path);

        (reply.Status, reply.Code).Should().Be((HttpStatusCode.BadGateway, code));
        reply.Text.Should().NotContain("the upstream refused");
    }
}
