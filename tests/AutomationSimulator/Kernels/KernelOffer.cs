using System.Globalization;

namespace VpsPanel.AutomationSimulator.Kernels;

/// <param name="Config">A JSON object.</param>
internal sealed record Kernel(string Protocol, string Endpoint, string Revision, string Config);

/// <summary>What the nodes serve: the two of a fresh demo by their numbers, and any later one a protocol of its own.</summary>
internal static class KernelOffer
{
    private static readonly Kernel[] HongKong =
    [
        Vless("hk1.example.com"), new("shadowsocks", "hk1.example.com:8388", "s1", """{"method":"aes-256-gcm"}"""),
    ];

    private static readonly Kernel[] LosAngeles = [Vless("la1.example.com")];

    internal static IReadOnlyList<Kernel> Of(long node) => node switch
    {
        1 => HongKong,
        2 => LosAngeles,
        _ => [Vless(string.Create(CultureInfo.InvariantCulture, $"n{node}.example.com"))],
    };

    private static Kernel Vless(string host) =>
        new("vless", $"{host}:443", "v1", "{\"tls\":{\"enabled\":true,\"sni\":\"" + host + "\"}}");
}
