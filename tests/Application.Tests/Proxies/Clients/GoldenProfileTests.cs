using System.Runtime.CompilerServices;
using FluentAssertions;
using VpsPanel.Application.Tests.Proxies.Profiles;
using Xunit;

namespace VpsPanel.Application.Tests.Proxies.Clients;

/// <summary>
/// Whole profiles as clients of each family and version get them, in the folder beside this file. With VPSPANEL_WRITE_GOLDEN=1 this test writes
/// the files instead: what changes there is what subscribers see.
/// </summary>
public sealed class GoldenProfileTests
{
    [Theory]
    [InlineData("clash", "clash.meta/v1.19.2", "mihomo-1.19.2.yaml")]
    [InlineData("clash", "clash.meta/v1.19.9", "mihomo-1.19.9.yaml")]
    [InlineData("clash", "clash.meta/v1.19.24", "mihomo-1.19.24.yaml")]
    [InlineData("clash", "Stash/3.1.0", "stash.yaml")]
    [InlineData("sing-box", "SFA/1.11.15 (500; sing-box 1.11.15)", "sing-box-1.11.json")]
    [InlineData("sing-box", "SFA/1.12.12 (600; sing-box 1.12.12)", "sing-box-1.12.json")]
    [InlineData("sing-box", "SFA/1.13.3 (700; sing-box 1.13.3)", "sing-box-1.13.json")]
    [InlineData("sing-box", "SFA/1.14.1 (800; sing-box 1.14.1)", "sing-box-1.14.json")]
    [InlineData("base64", "v2rayN/7.15", "links.txt")]
    [InlineData("surge", "Surge iOS/3600", "surge.conf")]
    [InlineData("quantumultx", "Quantumult%20X/1.5.5", "quantumult-x.txt")]
    [InlineData("loon", "Loon/900", "loon.txt")]
    public void A_profile_is_the_one_that_was_reviewed(string client, string agent, string file)
    {
        var text = StandardProfiles.Render(client, nodes: SampleServers.Nodes, agent: agent);
        if (client == "base64")
            text = StandardProfiles.Unpack(text) + "\n";

        var path = Path.Combine(Folder(), "golden", file);
        if (Environment.GetEnvironmentVariable("VPSPANEL_WRITE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        text.Should().Be(File.ReadAllText(path), "VPSPANEL_WRITE_GOLDEN=1 dotnet test tests/Application.Tests writes it anew");
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
