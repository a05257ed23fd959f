namespace VpsPanel.Domain.Common;

/// <summary>The name of an enum value where its C# name cannot say it, such as <c>30d</c>.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class WireNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
