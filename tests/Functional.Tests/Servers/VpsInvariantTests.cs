using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Servers;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Infrastructure.Checks;
using Xunit;

namespace VpsPanel.Functional.Tests.Servers;

/// <summary>The checker sees VPS without a row, rows without a VPS, and twins.</summary>
public sealed class VpsInvariantTests(Hosting hosting) : IClassFixture<Hosting>
{
    private readonly IInvariant _invariant = hosting.App.Services.GetServices<IInvariant>().Single(one => one is VpsAreOneToOne);

    [Fact]
    public async Task Orphans_ghosts_and_twins_are_named()
    {
        var owner = await hosting.App.NewUser();
        for (var i = 0; i < 3; i++)
            await hosting.RunningVps(owner);

        (await _invariant.Obstacle(default)).Should().BeNull();
        (await _invariant.Violations(default)).Should().BeEmpty();

        var automation = hosting.App.Services.GetRequiredService<IAutomation>();
        var prefix = VpsNames.Prefix(hosting.App.Services.GetRequiredService<IInstallation>());
        var first = hosting.Upstream.Hosts[0];
        await Make(automation, first.Name);
        await Make(automation, prefix + "999999");
        await Make(automation, "ecs-ffffffff-000001");
        (await automation.Delete(new VerifiedMachine($"{hosting.Upstream.Hosts[1].Id}", "", null, default), default)).IsSuccess.Should().BeTrue();

        var lines = await _invariant.Violations(default);

        lines.Should().HaveCount(4);
        lines.Should().ContainSingle(line => line.Contains("of the one name " + first.Name));
        lines.Should().ContainSingle(line => line.Contains($"named {first.Name}, which no vps"));
        lines.Should().ContainSingle(line => line.Contains("999999, which no vps"));
        lines.Should().ContainSingle(line => line.Contains("which the upstream does not have"));

        await hosting.Set((AutomationSettings.Enabled, "false"));
        (await _invariant.Obstacle(default)).Should().Be("automation disabled");
    }

    private static async Task Make(IAutomation automation, string name) =>
        (await automation.CreateVps(
            new NewUpstreamVps(
                name, 1, "Debian 12", new UpstreamVpsSize(1, 1, 10, 5, 1), new DateTimeOffset(2031, 1, 1, 0, 0, 0, TimeSpan.Zero), "p",
                "v"), default))
            .IsSuccess.Should().BeTrue();
}
