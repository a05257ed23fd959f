namespace VpsPanel.Domain.Common;

/// <summary>Straight lines between points; flat before the first and after the last.</summary>
public sealed class RatioCurve
{
    /// <summary>Points below 0 % are dropped, ratios are clamped, and of two points at one percentage the later one counts.</summary>
    public RatioCurve(IEnumerable<CurvePoint> points)
    {
        var byPercent = new SortedDictionary<int, decimal>();
        foreach (var point in points.Where(point => point.Percent >= 0))
            byPercent[point.Percent] = Math.Clamp(point.Ratio, 0m, 1m);

        Points = [.. byPercent.Select(point => new CurvePoint(point.Key, point.Value))];
    }

    public IReadOnlyList<CurvePoint> Points { get; }

    public bool IsEmpty => Points.Count == 0;

    /// <exception cref="InvalidOperationException">The curve has no points.</exception>
    public decimal At(decimal percent)
    {
        if (IsEmpty)
            throw new InvalidOperationException("A curve without points has no value.");

        if (percent <= Points[0].Percent)
            return Points[0].Ratio;

        for (var right = 1; right < Points.Count; right++)
        {
            var (from, to) = (Points[right - 1], Points[right]);
            if (percent <= to.Percent)
                return from.Ratio + ((to.Ratio - from.Ratio) * (percent - from.Percent) / (to.Percent - from.Percent));
        }

        return Points[^1].Ratio;
    }

    /// <summary>The least value from the beginning to here.</summary>
    /// <inheritdoc cref="At"/>
    public decimal LeastUntil(decimal percent) =>
        Points.Where(point => point.Percent <= percent).Select(point => point.Ratio).Append(At(percent)).Min();
}
