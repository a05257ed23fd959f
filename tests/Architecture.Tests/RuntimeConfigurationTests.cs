using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace VpsPanel.Architecture.Tests;

/// <summary>Tests that run under another runtime configuration than the service test another service.</summary>
public sealed class RuntimeConfigurationTests
{
    private static readonly DirectoryInfo Here = new(AppContext.BaseDirectory);

    [Theory]
    [InlineData("tests/Domain.Tests", "VpsPanel.Domain.Tests")]
    [InlineData("tests/Application.Tests", "VpsPanel.Application.Tests")]
    [InlineData("tests/Architecture.Tests", "VpsPanel.Architecture.Tests")]
    [InlineData("tests/Functional.Tests", "VpsPanel.Functional.Tests")]
    public void Tests_run_under_the_runtime_configuration_of_the_service(string project, string assembly)
    {
        var service = Properties("src/WebApi", "VpsPanel.WebApi");

        service.Should().Contain("System.Text.Json.JsonSerializer.IsReflectionEnabledByDefault: false");
        Properties(project, assembly).Should().BeEquivalentTo(service);
    }

    /// <summary>Of the build that these tests belong to; what the test platform sets for itself concerns nobody else.</summary>
    private static IReadOnlyList<string> Properties(string project, string assembly)
    {
        var (framework, configuration) = (Here.Name, Here.Parent!.Name);
        var file = Path.Combine(Root(), project, "bin", configuration, framework, $"{assembly}.runtimeconfig.json");
        return [.. JsonNode.Parse(File.ReadAllText(file))!["runtimeOptions"]!["configProperties"]!.AsObject()
            .Where(property => !property.Key.StartsWith("MSTest.", StringComparison.Ordinal))
            .Select(property => $"{property.Key}: {property.Value?.ToJsonString()}")];
    }

    private static string Root()
    {
        var folder = Here;
        while (!File.Exists(Path.Combine(folder.FullName, "VpsPanel.sln")))
            folder = folder.Parent!;

        return folder.FullName;
    }
}
