namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>Says of a text that it is one of the stored words of an enumeration, and no other.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WordsOfAttribute(Type enumeration) : Attribute
{
    public Type Enumeration => enumeration;
}
