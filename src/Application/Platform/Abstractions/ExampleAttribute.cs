namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>A value as a client would send it or get it. Where there is none, one is made from the name and the type.</summary>
/// <param name="value">JSON, or just the text where the property is a text.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class ExampleAttribute(string value) : Attribute
{
    public string Value => value;
}
