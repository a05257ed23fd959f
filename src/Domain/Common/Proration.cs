namespace VpsPanel.Domain.Common;

/// <summary>Shares of an amount by time, exact until the one rounding at the end.</summary>
public static class Proration
{
    /// <param name="part">Taken as nothing when negative, and as the whole when longer than that.</param>
    /// <param name="whole">More than nothing.</param>
    public static Money Share(this Money amount, TimeSpan part, TimeSpan whole, MidpointRounding rounding)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(whole, TimeSpan.Zero);
        var ticks = Math.Clamp(part.Ticks, 0, whole.Ticks);
        return amount with { Cents = checked((long)Divide((Int128)amount.Cents * ticks, whole.Ticks, rounding)) };
    }

    private static Int128 Divide(Int128 dividend, Int128 divisor, MidpointRounding rounding)
    {
        var (quotient, rest) = Int128.DivRem(dividend, divisor);
        return rounding switch
        {
            MidpointRounding.ToPositiveInfinity => rest > 0 ? quotient + 1 : quotient,
            MidpointRounding.ToNegativeInfinity => rest < 0 ? quotient - 1 : quotient,
            _ => Int128.Abs(rest) * 2 >= divisor ? quotient + Int128.Sign(dividend) : quotient,
        };
    }
}
