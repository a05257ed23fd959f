using Xunit.Abstractions;
using Xunit.Sdk;

namespace VpsPanel.Functional.Tests.Shipped;

/// <summary>The place of a test among the others of its class, for a story that cannot be told in any other order.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class StepAttribute(int number) : Attribute
{
    public int Number { get; } = number;
}

/// <summary>Runs the tests of a class by their <see cref="StepAttribute"/>.</summary>
public sealed class InOrder : ITestCaseOrderer
{
    public const string Type = "VpsPanel.Functional.Tests.Shipped.InOrder";
    public const string Assembly = "VpsPanel.Functional.Tests";

    public IEnumerable<TTestCase> OrderTestCases<TTestCase>(IEnumerable<TTestCase> testCases)
        where TTestCase : ITestCase => testCases.OrderBy(test => Number(test));

    private static int Number(ITestCase test) =>
        test.TestMethod.Method.GetCustomAttributes(typeof(StepAttribute)).Single().GetConstructorArguments().OfType<int>().Single();
}
