namespace VpsPanel.WebApi.Http;

/// <summary>The body of a success that has nothing to say.</summary>
public sealed record Done(bool Ok)
{
    public static Done Yes { get; } = new(true);
}
