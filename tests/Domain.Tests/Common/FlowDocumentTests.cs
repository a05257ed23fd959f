using System.Runtime.CompilerServices;
using System.Text;
using FluentAssertions;
using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;
using Xunit;

namespace VpsPanel.Domain.Tests.Common;

/// <summary>docs/flows shows each flow as it is in the code. With VPSPANEL_WRITE_FLOWS=1 this test writes the files instead.</summary>
public sealed class FlowDocumentTests
{
    public static TheoryData<string, string> Documents() => new()
    {
        { OrderFlows.Console.Name, Document(OrderFlows.Console, "Order of hosts") },
        { OrderFlows.Plan.Name, Document(OrderFlows.Plan, "Order of a plan") },
        { VpsFlow.Table.Name, Document(VpsFlow.Table, "VPS") },
        { WalletOrderFlow.Table.Name, Document(WalletOrderFlow.Table, "Wallet order") },
        { SuspenseFlow.Table.Name, Document(SuspenseFlow.Table, "Suspense payment") },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_diagram_shows_the_table(string name, string document)
    {
        var path = Path.Combine(Root(), "docs", "flows", name + ".md");
        if (Environment.GetEnvironmentVariable("VPSPANEL_WRITE_FLOWS") == "1")
            File.WriteAllText(path, document);

        File.ReadAllText(path).Should().Be(document, "VPSPANEL_WRITE_FLOWS=1 dotnet test tests/Domain.Tests writes it anew");
    }

    private static string Document<TStatus, TMove, TActor>(Flow<TStatus, TMove, TActor> flow, string title)
        where TStatus : struct, Enum
        where TMove : struct, Enum
        where TActor : struct, Enum
    {
        var text = new StringBuilder(
            $"# {title}\n\nGenerated from the table in the code; a test compares them.\n\n```mermaid\nstateDiagram-v2\n");
        foreach (var row in flow.Rows)
            text.Append($"    {WireNames.Of(row.From)} --> {WireNames.Of(row.To)}: {WireNames.Of(row.Move)} ({string.Join(", ", row.Who.Select(WireNames.Of))})\n");

        return text.Append("```\n").ToString();
    }

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
