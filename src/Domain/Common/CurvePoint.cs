namespace VpsPanel.Domain.Common;

/// <summary>A ratio of 0 to 1 at a percentage of a period.</summary>
public readonly record struct CurvePoint(int Percent, decimal Ratio);
