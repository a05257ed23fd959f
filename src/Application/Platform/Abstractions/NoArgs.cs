namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>For a text without parameters.</summary>
public sealed record NoArgs
{
    public static NoArgs Value { get; } = new();
}
