using System.Runtime.CompilerServices;
using System.Text;
using FluentAssertions;
using VpsPanel.Application.Proxies.Clients;
using VpsPanel.Application.Proxies.Outbounds.Dialects;
using Xunit;

namespace VpsPanel.Application.Tests.Proxies.Clients;

/// <summary>docs/clients.md shows the tables as they are in the code. With VPSPANEL_WRITE_CLIENTS=1 this test writes the file instead.</summary>
public sealed class ClientsDocumentTests
{
    private static readonly ClientFamily[] Families = [.. Enum.GetValues<ClientFamily>().Where(family => family != ClientFamily.Other)];

    [Fact]
    public void The_document_shows_the_tables()
    {
        var path = Path.Combine(Root(), "docs", "clients.md");
        if (Environment.GetEnvironmentVariable("VPSPANEL_WRITE_CLIENTS") == "1")
            File.WriteAllText(path, Document());

        File.ReadAllText(path).Should().Be(Document(), "VPSPANEL_WRITE_CLIENTS=1 dotnet test tests/Application.Tests writes it anew");
    }

    [Fact]
    public void Every_row_names_its_source_and_a_first_version()
    {
        Capabilities.Table.Should().HaveCountGreaterThan(150);
        Capabilities.Table.Should().OnlyContain(row => row.Since.Length > 0 && row.Source.Length > 0 && row.Feature.Length > 0);
        Capabilities.Table.Where(row => row.Client is ClientFamily.Mihomo or ClientFamily.SingBox)
            .Should().OnlyContain(row => CoreVersion.Parse(row.Since) != null);
        Capabilities.Table.Select(row => (row.Client, row.Feature)).Should().OnlyHaveUniqueItems();
    }

    /// <summary>A feature that nobody asks for would promise something that is never looked at.</summary>
    [Fact]
    public void Every_feature_of_the_table_is_one_that_servers_can_need()
    {
        string[] known =
        [
            "shadowsocks-aes-192", "shadowsocks-2022", "shadowsocks-obfs", "shadowsocks-v2ray-plugin", "vless-vision", "vless-vision-udp443",
            "vless-encryption", "hysteria2-hopping", "hysteria2-salamander", "finalmask", "reality-over-grpc", "reality-over-xhttp",
            "reality-mldsa65", "verify-names", "ech", "ech-resolver", "http-over-tls", "path-query", "grpc-authority", "xhttp-extra",
            "pin-certificate", "pin-public-key", "multiplex",
        ];

        Capabilities.Table.Select(row => row.Feature).Where(feature => !feature.Contains('/')).Distinct().Should().BeEquivalentTo(known);
    }

    private static string Document()
    {
        var text = new StringBuilder(
            """
            # Clients

            Generated from the tables in `src/Application/Proxies`; a test compares them. A node is delivered to a client only when the client takes
            everything that the node needs, every lock included; otherwise it is left out for that client, and
            `GET /api/v1/{admin}/nodes/{id}/clients` says why.

            ## What each client takes

            The cell is the first version that is known to take it, or the month in which it was seen. An empty cell means: left out. A version older than the
            oldest that was tried is served like that one. `protocol/transport` is a protocol over a transport, `unverified/protocol` one whose
            certificate nobody checks, `reality/protocol` one under REALITY.


            """);
        text.Append("| | ").AppendJoin(" | ", Families.Select(ClientIdentity.NameOf)).Append(" |\n|---").Insert(text.Length, "|---", Families.Length).Append("|\n");
        foreach (var feature in Capabilities.Table.Select(row => row.Feature).Distinct().Order(StringComparer.Ordinal))
            text.Append($"| {feature} | ").AppendJoin(" | ", Families.Select(family => Cell(family, feature))).Append(" |\n");

        text.Append("\n## Sources\n\n| client | source | features |\n|---|---|---|\n");
        foreach (var group in Capabilities.Table.GroupBy(row => (row.Client, row.Source)))
            text.Append($"| {ClientIdentity.NameOf(group.Key.Client)} | {group.Key.Source} | {group.Count()} |\n");

        text.Append(
            """

            ## User-Agents

            Tried from above; the setting `subscription_client_rules` holds them and may hold others. A client that none matches gets what `?client=`
            asks for, else the list of links. The version of mihomo is read from `clash.meta/…` or `mihomo/…`, that of sing-box from `sing-box …`; a client of the
            Clash family that tells no core is taken for the setting `mihomo_assumed_version`, a sing-box without a version for 1.12.

            | pattern | template | such as |
            |---|---|---|

            """);
        foreach (var entry in UserAgents.Table)
            text.Append($"| `{entry.Pattern.Replace("|", "\\|", StringComparison.Ordinal)}` | {entry.Client} | {string.Join(", ", entry.Examples.Select(example => $"`{example}`"))} |\n");

        text.Append(
            """

            ## Keys of a kernel's configuration

            A configuration may mix the words of several programs. `shortId`, `short-id` and `short_id` are one key. Two keys that say different things, and a key that
            none of the programs has, are refused when a kernel is saved and are a warning in the response of a sync. These keys are known and say
            nothing to clients:


            """);
        foreach (var dialect in DialectKeys.All)
        {
            text.Append($"### {dialect.Name}\n\n");
            foreach (var group in dialect.Ignored.GroupBy(key => key.Section).OrderBy(group => group.Key))
                text.Append($"* {group.Key.ToString().ToLowerInvariant()}: {string.Join(", ", group.Select(key => $"`{key.Key}`").Order(StringComparer.Ordinal))}\n");

            text.Append('\n');
        }

        return text.ToString().ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
    }

    private static string Cell(ClientFamily family, string feature) => Capabilities.Find(family, feature) is { } row
        ? row.Until is null ? row.Since : $"{row.Since} to {row.Until}"
        : "";

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", ".."));
}
