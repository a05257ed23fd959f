using Mono.Cecil;

namespace VpsPanel.Architecture.Tests;

/// <summary>The compiled layers, read as data.</summary>
internal static class Assemblies
{
    public static ModuleDefinition Domain { get; } = Read("VpsPanel.Domain");

    public static ModuleDefinition Application { get; } = Read("VpsPanel.Application");

    public static ModuleDefinition Infrastructure { get; } = Read("VpsPanel.Infrastructure");

    public static ModuleDefinition WebApi { get; } = Read("VpsPanel.WebApi");

    public static IReadOnlyList<ModuleDefinition> All { get; } = [Domain, Application, Infrastructure, WebApi];

    public static IEnumerable<MethodDefinition> Methods(ModuleDefinition module) =>
        module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody);

    private static ModuleDefinition Read(string name) =>
        ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, name + ".dll"));
}
