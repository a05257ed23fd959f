namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>Which rows of a list: skip so many, take at most so many (1 to 100).</summary>
public readonly record struct Paging(int Skip, int Take)
{
    public const int DefaultTake = 20;

    public const int MaxTake = 100;

    public static Paging First { get; } = new(0, DefaultTake);
}
