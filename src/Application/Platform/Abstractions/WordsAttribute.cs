namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>Says of a text which words it may be, where no enumeration stands for them. Other spellings that are forgiven are left out.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WordsAttribute(params string[] words) : Attribute
{
    public IReadOnlyList<string> Words => words;
}
