using System.Text.Json;
using FluentAssertions;
using VpsPanel.Application.Proxies.Clients;
using VpsPanel.Application.Proxies.Profiles;
using Xunit;

namespace VpsPanel.Application.Tests.Proxies.Profiles;

public sealed class ClientRuleTests
{
    [Theory]
    [InlineData("clash.meta/v1.19.2", "clash")]
    [InlineData("clash-verge/v2.0.3", "clash")]
    [InlineData("FlClash/v0.8.70 clash-verge Platform/android", "clash")]
    [InlineData("mihomo/1.18", "clash")]
    [InlineData("Stash/2.7.1 Clash/1.9.0", "clash")]
    [InlineData("HiddifyNext/2.0.5 (android) like ClashMeta v2ray sing-box", "base64")]
    [InlineData("HiddifyNextX/2.0.5 (android) like ClashMeta v2ray sing-box", "base64")]
    [InlineData("v2rayN/6.40", "base64")]
    [InlineData("v2rayNG/1.8.29", "base64")]
    [InlineData("SFA/1.11.0 (445; sing-box 1.11.0; language zh_CN)", "sing-box")]
    [InlineData("SFI/1.9.4 (Build 2; sing-box 1.9.4)", "sing-box")]
    [InlineData("Surge iOS/2985", "surge")]
    [InlineData("Surge Mac/2720", "surge")]
    [InlineData("Surfboard/2.24", "surge")]
    [InlineData("Quantumult%20X/1.0.30 (iPhone14,2; iOS 15.6)", "quantumultx")]
    [InlineData("Shadowrocket/1992 CFNetwork/1474 Darwin/23.0.0", "base64")]
    [InlineData("Happ/1.63.1", "base64")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) clash Surge sing-box", null)]
    [InlineData("v2rayNothing/1", null)]
    [InlineData("SFAR", null)]
    [InlineData("", null)]
    public void Each_client_is_known_by_the_beginning_of_its_name(string agent, string? client) =>
        DeliverySettings.Rules.Read(null).ClientOf(agent).Should().Be(client);

    public static TheoryData<string, string> Known()
    {
        var known = new TheoryData<string, string>();
        foreach (var entry in UserAgents.Table)
        {
            foreach (var example in entry.Examples)
                known.Add(example, entry.Client);
        }

        return known;
    }

    [Theory]
    [MemberData(nameof(Known))]
    public void Every_entry_of_the_table_is_found_by_its_own_examples(string agent, string client) =>
        DeliverySettings.Rules.Read(null).ClientOf(agent).Should().Be(client);

    [Theory]
    [InlineData("clash", null, "clash.meta/v1.19.13", "mihomo", "1.19.13", "")]
    [InlineData("clash", null, "mihomo/1.18", "mihomo", "1.19.2", "")]
    [InlineData("clash", null, "clash-verge/v2.0.3", "mihomo", "1.19.2", "")]
    [InlineData("clash", null, "FlClash/v0.8.70 clash-verge Platform/android", "mihomo", "1.19.2", "android")]
    [InlineData("clash", null, "Stash/2.7.1 Clash/1.9.0", "stash", "", "")]
    [InlineData("clash", "stash", "curl/8.5", "stash", "", "")]
    [InlineData("clash", "clash", "Stash/2.7.1", "mihomo", "1.19.2", "")]
    [InlineData("sing-box", null, "SFA/1.11.0 (445; sing-box 1.11.0; language zh_CN)", "sing-box", "1.11.0", "")]
    [InlineData("sing-box", null, "SFI/1.9.4 (Build 2; sing-box 1.9.4)", "sing-box", "1.11.0", "")]
    [InlineData("sing-box", null, "SFM/1.14.1 (macOS; sing-box 1.14.1)", "sing-box", "1.14.1", "macos")]
    [InlineData("sing-box", null, "", "sing-box", "1.12.0", "")]
    [InlineData("surge", null, "Surge iOS/2985", "surge", "", "ios")]
    [InlineData("my-own", null, "MyApp/1", "other", "", "")]
    public void A_client_is_known_by_family_version_and_system(
        string type, string? requested, string agent, string family, string version, string os)
    {
        var client = ClientIdentities.Of(type, requested, agent, Capabilities.OldestMihomo);

        (client.Name, client.Version.ToString(), client.Os).Should().Be((family, version, os));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("1.19.22", true)]
    [InlineData("v1.19", true)]
    [InlineData("newest", false)]
    public void The_assumed_version_is_a_version_or_nothing(string text, bool isTaken) =>
        (DeliverySettings.MihomoAssumedVersion.Validate(text) is null).Should().Be(isTaken);

    [Theory]
    [InlineData("[]", true)]
    [InlineData("""[{"agent":"^MyApp","client":"clash"}]""", true)]
    [InlineData("""[{"agent":"MyApp","client":"clash"}]""", false)]
    [InlineData("""[{"agent":"^My|App","client":"clash"}]""", false)]
    [InlineData("""[{"agent":"^(My|App\\|)","client":"clash"}]""", true)]
    [InlineData("""[{"agent":"^(","client":"clash"}]""", false)]
    [InlineData("""[{"agent":"^(?=x)","client":"clash"}]""", false)]
    [InlineData("""[{"agent":"^x","client":""}]""", false)]
    [InlineData("""[{"agent":"^x"}]""", false)]
    [InlineData("{}", false)]
    public void Rules_must_be_anchored_and_readable(string json, bool isTaken)
    {
        using var document = JsonDocument.Parse(json);

        (ClientRules.Read(document.RootElement) is not null).Should().Be(isTaken);
    }
}
