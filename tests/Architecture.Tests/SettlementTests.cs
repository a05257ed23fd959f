using FluentAssertions;
using Mono.Cecil;
using Xunit;

namespace VpsPanel.Architecture.Tests;

/// <summary>Money moves between what is paid and a wallet in one place, which does both halves.</summary>
public sealed class SettlementTests
{
    private const string Wallet = "VpsPanel.Domain.Billing.Wallets.Wallet";
    private const string Payable = "VpsPanel.Domain.Billing.Settlements.IPayable";
    private const string Order = "VpsPanel.Domain.Sales.Orders.Order";

    /// <summary>The halves on the side of an order that take money or give it up.</summary>
    private static readonly string[] Halves =
        ["SettleFromWallet", "SettleAttempt", "ConfirmPayment", "SettleCharge", "RefundToWallet", "TakeHeldMoney", "Refund", "RefundItem"];

    [Fact]
    public void Only_the_settlement_moves_money_of_an_order_and_of_a_wallet()
    {
        var calls = Calls((declaring, name) =>
            (declaring == Wallet && name is "Debit" or "Credit") || (declaring is Payable or Order && Halves.Contains(name))).ToList();

        calls.Should().HaveCountGreaterThan(5);
        calls.Select(call => call.By).Distinct().Should().Equal("VpsPanel.Application.Billing.Settlements.Settlement");
    }

    [Fact]
    public void Every_way_to_settle_and_to_refund_is_used()
    {
        var used = Calls((declaring, _) => declaring == "VpsPanel.Application.Billing.Settlements.Settlement").Select(call => call.Called).Distinct();

        used.Should().Contain(["PayFromWallet", "SettleGateway", "CreditToWallet", "Refund"]);
    }

    /// <summary>Calls in the application to members of the domain or the application.</summary>
    private static IEnumerable<(string By, string Called)> Calls(Func<string, string, bool> wanted) =>
        from method in Assemblies.Methods(Assemblies.Application)
        from instruction in method.Body.Instructions
        let called = instruction.Operand as MethodReference
        where called is not null && wanted(called.DeclaringType.FullName, called.Name)
        select (Outermost(method.DeclaringType).FullName, called.Name);

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
