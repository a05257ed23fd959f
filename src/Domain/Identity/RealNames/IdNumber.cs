namespace VpsPanel.Domain.Identity.RealNames;

/// <summary>A number in the two forms in which it is kept.</summary>
public sealed record IdNumber(string Sealed, string Masked);
